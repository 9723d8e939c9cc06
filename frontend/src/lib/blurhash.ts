const alphabet = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz#$%*+,-.:;=?@[]^_{|}~';

export interface AverageColour {
  css: string;
  /** Whether dark text reads on it (contrast against near-black is the better one). */
  isLight: boolean;
}

const linear = (channel: number): number => (channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4);

/** The mean colour of an image, which a BlurHash carries in its characters 3 to 6; null for what is no BlurHash. */
export function averageColour(hash: string | null): AverageColour | null {
  if (hash === null || hash.length < 6) return null;
  const digits = Array.from(hash.slice(2, 6), (letter) => alphabet.indexOf(letter));
  if (digits.includes(-1)) return null;
  const value = digits.reduce((sum, digit) => sum * 83 + digit, 0);
  const [red, green, blue] = [(value >> 16) & 255, (value >> 8) & 255, value & 255] as const;
  const luminance = 0.2126 * linear(red / 255) + 0.7152 * linear(green / 255) + 0.0722 * linear(blue / 255);
  return { css: `rgb(${red} ${green} ${blue})`, isLight: luminance > 0.179 };
}
