import { credits, ground, shape } from '../draw.ts';

export type Layer = { y: number; fill: string; swing: number; waves: number; phase: number };
export type StrataOptions = {
  paper: string;
  ink: string;
  layers: readonly Layer[];
  between?: readonly string[];
  title: string;
  credit: readonly [string, string];
  creditY?: number;
  front?: string;
};

const wave = (layer: Layer): string => {
  const step = 600 / (layer.waves * 2);
  let d = `M${-step * layer.phase} ${layer.y}`;
  let x = -step * layer.phase;
  for (let up = 1; x < 600; up = -up) {
    d += `Q${Math.round((x + step / 2) * 10) / 10} ${layer.y - layer.swing * up} ${Math.round((x + step) * 10) / 10} ${layer.y}`;
    x += step;
  }
  return `${d}V900H-300Z`;
};

/** Water or ground in layers, the nearest last; `between[i]` is drawn just before layer i. */
export function strata(o: StrataOptions): string {
  const drawn = o.layers.map((layer, index) => (o.between?.[index] ?? '') + shape(wave(layer), layer.fill)).join('');
  return ground(o.paper) + drawn + (o.front ?? '') + o.title + credits(o.credit[0], o.credit[1], o.creditY ?? 868, o.ink);
}
