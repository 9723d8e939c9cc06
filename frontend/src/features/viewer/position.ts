/** The page somebody was on, kept on this device as well: what counts where the account’s could not be asked or told. */
const key = (fileId: string): string => `pitchey.page.${fileId}`;

export function keptPage(fileId: string): number {
  try {
    const page = Number(localStorage.getItem(key(fileId)));
    return Number.isInteger(page) && page >= 1 ? page : 1;
  } catch {
    return 1; // storage is closed to us: the document opens at its start
  }
}

/** False where nothing can be kept. */
export function keepPage(fileId: string, page: number): boolean {
  try {
    localStorage.setItem(key(fileId), String(page));
    return true;
  } catch {
    return false;
  }
}
