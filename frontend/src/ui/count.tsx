/** How many things wait, for the eye; `label` says of what: "3 requests". */
export function Count({ value, label }: { value: number; label: string }) {
  return (
    <span className="count">
      <span aria-hidden="true">{value}</span>
      <span className="visually-hidden">{label}</span>
    </span>
  );
}
