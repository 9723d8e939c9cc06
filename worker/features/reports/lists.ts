// Why somebody reports something.
export const reportReasons = [
  { value: 'spam', label: 'Spam or advertising' },
  { value: 'abuse', label: 'Abuse or harassment' },
  { value: 'rights', label: 'Uses work or rights of somebody else' },
  { value: 'fraud', label: 'Fraud or a false identity' },
  { value: 'other', label: 'Something else' },
] as const;
