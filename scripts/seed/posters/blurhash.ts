// BlurHash, as its published description has it: a few cosine components of the picture in base 83, for the tint that stands where a poster will be.
const ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz#$%*+,-.:;=?@[]^_{|}~';

const base83 = (value: number, length: number): string => Array.from({ length }, (_, index) => ALPHABET[Math.floor(value / 83 ** (length - 1 - index)) % 83]).join('');
const linear = (byte: number): number => (byte <= 10.31475 ? byte / 3294.6 : ((byte / 255 + 0.055) / 1.055) ** 2.4);
const toByte = (value: number): number => {
  const v = Math.max(0, Math.min(1, value));
  return Math.trunc(v <= 0.0031308 ? v * 3294.6 + 0.5 : (1.055 * v ** (1 / 2.4) - 0.055) * 255 + 0.5);
};
const signedPower = (value: number, exponent: number): number => Math.sign(value) * Math.abs(value) ** exponent;

type Colour = readonly [number, number, number];

function component(pixels: Uint8Array, width: number, height: number, i: number, j: number): Colour {
  const sum: [number, number, number] = [0, 0, 0];
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const basis = Math.cos((Math.PI * i * x) / width) * Math.cos((Math.PI * j * y) / height);
      const at = (y * width + x) * 3;
      for (let channel = 0; channel < 3; channel += 1) sum[channel as 0] += basis * linear(pixels[at + channel] as number);
    }
  }
  const scale = (i === 0 && j === 0 ? 1 : 2) / (width * height);
  return [sum[0] * scale, sum[1] * scale, sum[2] * scale];
}

/** `pixels`: RGB, three bytes each, row by row. `columns` and `rows`: components, 1 to 9 each. */
export function blurhashOf(pixels: Uint8Array, width: number, height: number, columns: number, rows: number): string {
  if (pixels.length !== width * height * 3) throw new RangeError(`${pixels.length} bytes are not ${width} x ${height} pixels of three`);
  const all: Colour[] = [];
  for (let j = 0; j < rows; j += 1) for (let i = 0; i < columns; i += 1) all.push(component(pixels, width, height, i, j));
  const [dc, ...ac] = all as [Colour, ...Colour[]];
  const largest = Math.max(0, ...ac.flat().map(Math.abs));
  const quantised = ac.length === 0 ? 0 : Math.trunc(Math.max(0, Math.min(82, Math.floor(largest * 166 - 0.5))));
  const maximum = ac.length === 0 ? 1 : (quantised + 1) / 166;
  const step = (value: number): number => Math.trunc(Math.max(0, Math.min(18, Math.floor(signedPower(value / maximum, 0.5) * 9 + 9.5))));
  const head = base83(columns - 1 + (rows - 1) * 9, 1) + base83(quantised, 1) + base83(toByte(dc[0]) * 65_536 + toByte(dc[1]) * 256 + toByte(dc[2]), 4);
  return head + ac.map(([r, g, b]) => base83(step(r) * 361 + step(g) * 19 + step(b), 2)).join('');
}
