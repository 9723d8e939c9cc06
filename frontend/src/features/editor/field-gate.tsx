import { gates, labelOf } from '../../../../worker/features/catalogue/lists.ts';
import { Gate } from '../../ui/gate.tsx';
import { useEditor } from './editor-context.ts';
import type { FieldName, ProtectedName } from './fields.ts';

const partOf = (name: FieldName): ProtectedName | 'financePlan' | null => (name === 'financePlan' ? name : name.startsWith('protected.') ? name.slice('protected.'.length) as ProtectedName : null);

/** Who sees a field, said at its label. What is not protected is public. */
export function FieldGate({ name }: { name: FieldName }) {
  const { state } = useEditor();
  const part = partOf(name);
  const gate = part === null ? 'public' : state.saved.access[part];
  return <Gate open={gate === 'public'}>{labelOf(gates, gate)}</Gate>;
}
