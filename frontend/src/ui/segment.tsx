import type { ReactNode } from 'react';

interface SegmentProps<T extends string> {
  label: string;
  options: readonly { value: T; label: ReactNode }[];
  value: T;
  onChange: (value: T) => void;
}

/** A small switch between views of the same thing. */
export function Segment<T extends string>({ label, options, value, onChange }: SegmentProps<T>) {
  return (
    <div className="segment" role="group" aria-label={label}>
      {options.map((option) => (
        <button key={option.value} type="button" aria-pressed={option.value === value} onClick={() => onChange(option.value)}>{option.label}</button>
      ))}
    </div>
  );
}
