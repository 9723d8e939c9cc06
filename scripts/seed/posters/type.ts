// Titles as outlines: a machine without fonts must draw the same poster, so no <text> element is ever written.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import opentype, { type Font, type PathCommand } from 'opentype.js';

const require = createRequire(import.meta.url);

const files = {
  gothic: '@fontsource/league-gothic/files/league-gothic-latin-400-normal.woff',
  black: '@fontsource/archivo-black/files/archivo-black-latin-400-normal.woff',
  narrow: '@fontsource/archivo-narrow/files/archivo-narrow-latin-600-normal.woff',
  didone: '@fontsource/bodoni-moda/files/bodoni-moda-latin-500-normal.woff',
  didoneBold: '@fontsource/bodoni-moda/files/bodoni-moda-latin-800-normal.woff',
  didoneItalic: '@fontsource/bodoni-moda/files/bodoni-moda-latin-500-italic.woff',
  soft: '@fontsource/young-serif/files/young-serif-latin-400-normal.woff',
  wide: '@fontsource/syne/files/syne-latin-800-normal.woff',
  grotesk: '@fontsource/familjen-grotesk/files/familjen-grotesk-latin-600-normal.woff',
  deco: '@fontsource/limelight/files/limelight-latin-400-normal.woff',
  thin: '@fontsource/italiana/files/italiana-latin-400-normal.woff',
  swash: '@fontsource/shrikhand/files/shrikhand-latin-400-normal.woff',
  slab: '@fontsource/alfa-slab-one/files/alfa-slab-one-latin-400-normal.woff',
  italic: '@fontsource/instrument-serif/files/instrument-serif-latin-400-italic.woff',
  serif: '@fontsource/instrument-serif/files/instrument-serif-latin-400-normal.woff',
  script: '@fontsource/courier-prime/files/courier-prime-latin-400-normal.woff',
} as const;
export type Face = keyof typeof files;

const loaded = new Map<Face, Font>();
function font(face: Face): Font {
  const known = loaded.get(face);
  if (known) return known;
  const bytes = readFileSync(require.resolve(files[face]));
  const parsed = opentype.parse(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer);
  loaded.set(face, parsed);
  return parsed;
}

export type Outline = { commands: PathCommand[]; left: number; right: number; top: number; bottom: number };

/** One line of text as path commands from the origin at `size` px; the bounds are those of the ink. `track` is in ems. Throws on a glyph the face lacks. */
export function outline(text: string, face: Face, size: number, track = 0): Outline {
  const used = font(face);
  const commands: PathCommand[] = [];
  const bounds = { left: Infinity, right: -Infinity, top: Infinity, bottom: -Infinity };
  let x = 0;
  let before: ReturnType<Font['charToGlyph']> | undefined;
  for (const char of text) {
    const glyph = used.charToGlyph(char);
    if (glyph.index === 0) throw new Error(`${face} has no glyph for "${char}" in "${text}"`);
    if (before) x += (used.getKerningValue(before, glyph) * size) / used.unitsPerEm;
    for (const command of glyph.getPath(x, 0, size).commands) {
      commands.push(command);
      grow(bounds, command);
    }
    x += (glyph.advanceWidth * size) / used.unitsPerEm + track * size;
    before = glyph;
  }
  return { commands, ...bounds };
}

function grow(bounds: Omit<Outline, 'commands'>, command: PathCommand): void {
  if (command.type === 'Z') return;
  bounds.left = Math.min(bounds.left, command.x);
  bounds.right = Math.max(bounds.right, command.x);
  bounds.top = Math.min(bounds.top, command.y);
  bounds.bottom = Math.max(bounds.bottom, command.y);
}

const n = (value: number): string => String(Math.round(value * 10) / 10);

/** Path data of an outline moved by (dx, dy) and scaled by (sx, sy) about its origin. */
export function pathData(shape: Outline, dx: number, dy: number, sx = 1, sy = sx): string {
  const p = (x: number, y: number): string => `${n(x * sx + dx)} ${n(y * sy + dy)}`;
  return shape.commands
    .map((c) => {
      if (c.type === 'Z') return 'Z';
      if (c.type === 'C') return `C${p(c.x1, c.y1)} ${p(c.x2, c.y2)} ${p(c.x, c.y)}`;
      if (c.type === 'Q') return `Q${p(c.x1, c.y1)} ${p(c.x, c.y)}`;
      return `${c.type}${p(c.x, c.y)}`;
    })
    .join('');
}
