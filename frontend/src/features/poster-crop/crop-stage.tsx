import { type PointerEvent, useRef } from 'react';
import type { CropBox } from '../../../../worker/features/poster-crops/schema.ts';
import { placed, type Whole } from './crop-box.ts';

const part = (value: number, of: number): string => `${(value / of) * 100}%`;

interface CropStageProps {
  url: string;
  whole: Whole;
  box: CropBox;
  onChange: (box: CropBox) => void;
}

/** The whole picture with the part that shows. Pointers drag the part; keys have the sliders beneath, which say what they move. */
export function CropStage({ url, whole, box, onChange }: CropStageProps) {
  const stage = useRef<HTMLDivElement>(null);
  const grip = useRef<{ x: number; y: number; from: CropBox } | null>(null);
  const begin = (event: PointerEvent<HTMLDivElement>) => {
    event.currentTarget.setPointerCapture(event.pointerId);
    grip.current = { x: event.clientX, y: event.clientY, from: box };
  };
  const move = (event: PointerEvent<HTMLDivElement>) => {
    const width = stage.current?.clientWidth;
    if (grip.current === null || !width) return;
    const { x, y, from } = grip.current;
    const scale = whole.width / width;
    onChange(placed(from, from.x + (event.clientX - x) * scale, from.y + (event.clientY - y) * scale, whole));
  };
  const end = () => { grip.current = null; };
  return (
    <div ref={stage} className="crop__stage" style={{ aspectRatio: `${whole.width} / ${whole.height}`, maxWidth: `calc(56vh * ${whole.width / whole.height})` }}>
      <img src={url} alt="As it was uploaded" width={whole.width} height={whole.height} draggable={false} />
      <div
        className="crop__frame" data-testid="crop-frame" style={{ left: part(box.x, whole.width), top: part(box.y, whole.height), width: part(box.width, whole.width), height: part(box.height, whole.height) }}
        onPointerDown={begin} onPointerMove={move} onPointerUp={end} onPointerCancel={end}
      />
    </div>
  );
}

/** What will show, in the poster's ratio. */
export function CropPreview({ url, whole, box }: Omit<CropStageProps, 'onChange'>) {
  return (
    <span className="poster crop__preview" aria-hidden="true">
      <img src={url} alt="" style={{ width: part(whole.width, box.width), height: part(whole.height, box.height), left: part(-box.x, box.width), top: part(-box.y, box.height) }} />
    </span>
  );
}
