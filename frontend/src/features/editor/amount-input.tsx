import { minorUnits } from '../../lib/format.ts';
import { Input } from '../../ui/input.tsx';

interface AmountInputProps {
  /** Minor units; null while nothing is typed. */
  amount: number | null;
  currency: string;
  onChange: (amount: number | null) => void;
  maxLength?: number;
}

/** Money typed in whole units and kept in minor ones. */
export function AmountInput({ amount, currency, onChange, maxLength = 14 }: AmountInputProps) {
  const unit = minorUnits(currency);
  const read = (text: string): void => {
    // The most that the server reckons with, so that no digit too many is lost in rounding.
    const digits = text.replace(/\D/g, '').slice(0, 11);
    onChange(Number(digits) > 0 ? Number(digits) * unit : null);
  };
  return <Input look="number" inputMode="numeric" maxLength={maxLength} value={amount ? Math.round(amount / unit).toLocaleString('en-GB') : ''} onChange={(event) => read(event.target.value)} />;
}
