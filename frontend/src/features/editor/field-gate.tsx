import { gates, labelOf } from '../../../../worker/features/catalogue/lists.ts';
import { Gate } from '../../ui/gate.tsx';
import { useEditor } from './editor-context.ts';
import type { FieldName, ProtectedName } from './fields.ts';

/** Who sees a field, said at its label. What is not protected is public. */
export function FieldGate({ name }: { name: FieldName }) {
  const { state } = useEditor();
  const gate = name.startsWith('protected.') ? state.saved.access[name.slice('protected.'.length) as ProtectedName] : 'public';
  return <Gate open={gate === 'public'}>{labelOf(gates, gate)}</Gate>;
}
