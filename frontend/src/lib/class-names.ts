/** Joins the class names that apply: `cx('btn', busy && 'is-busy')`. */
export const cx = (...names: readonly (string | false | null | undefined)[]): string => names.filter(Boolean).join(' ');
