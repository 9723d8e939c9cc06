import { useEffect, useId, useRef, type PointerEvent } from 'react';
import { Button } from '../../ui/button.tsx';
import { type Drawing, drawn, emptyDrawing, isPenKey, PAD, type Point } from './pen.ts';

/** Ink on white whatever the theme: the picture goes onto paper. */
function paint(canvas: HTMLCanvasElement, { strokes, pen, isDown }: Drawing, withPen: boolean): void {
  const context = canvas.getContext('2d');
  if (!context) return;
  context.fillStyle = '#ffffff';
  context.fillRect(0, 0, PAD.width, PAD.height);
  context.strokeStyle = '#1b1815';
  context.lineWidth = 4;
  context.lineCap = 'round';
  context.lineJoin = 'round';
  for (const points of strokes) {
    context.beginPath();
    const [first] = points;
    if (first) context.moveTo(first.x, first.y);
    for (const { x, y } of points) context.lineTo(x, y);
    context.stroke();
  }
  if (!withPen) return;
  context.fillStyle = isDown ? '#b0261b' : '#55504a';
  context.fillRect(pen.x - 6, pen.y - 6, 12, 12);
}

/** The drawing as a PNG data URL. */
export function pictureOf(drawing: Drawing): string {
  const canvas = document.createElement('canvas');
  canvas.width = PAD.width;
  canvas.height = PAD.height;
  paint(canvas, drawing, false);
  return canvas.toDataURL('image/png');
}

/** A line to sign on with a finger, a pen or a mouse; with the keyboard, arrows move the pen and Space puts it down or lifts it. */
export function SignaturePad({ drawing, onChange }: { drawing: Drawing; onChange: (drawing: Drawing) => void }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const hasFocus = useRef(false);
  const hintId = useId();

  // A canvas keeps no children: what it shows is painted anew with each change.
  useEffect(() => {
    if (canvas.current) paint(canvas.current, drawing, hasFocus.current);
  }, [drawing]);

  const placeOf = ({ currentTarget, clientX, clientY }: PointerEvent<HTMLCanvasElement>): Point => {
    const box = currentTarget.getBoundingClientRect();
    return { x: ((clientX - box.left) / box.width) * PAD.width, y: ((clientY - box.top) / box.height) * PAD.height };
  };
  const repaint = (focused: boolean) => {
    hasFocus.current = focused;
    if (canvas.current) paint(canvas.current, drawing, focused);
  };
  return (
    <div>
      <canvas
        ref={canvas} role="application" className="sigpad" width={PAD.width} height={PAD.height} tabIndex={0} aria-label="Drawn signature" aria-describedby={hintId}
        onPointerDown={(event) => {
          event.currentTarget.setPointerCapture(event.pointerId);
          onChange(drawn(drawing, { kind: 'start', at: placeOf(event) }));
        }}
        onPointerMove={(event) => {
          if (event.currentTarget.hasPointerCapture(event.pointerId)) onChange(drawn(drawing, { kind: 'draw', at: placeOf(event) }));
        }}
        onKeyDown={(event) => {
          if (!isPenKey(event.key)) return;
          event.preventDefault();
          hasFocus.current = true;
          onChange(drawn(drawing, { kind: 'key', key: event.key, far: event.shiftKey }));
        }}
        onFocus={(event) => repaint(event.currentTarget.matches(':focus-visible'))}
        onBlur={() => repaint(false)}
      />
      <div className="row between mt-2">
        <p className="t-xs t-3" id={hintId}>Draw with a finger, pen or mouse. With keys: arrows move, Space writes or lifts.</p>
        <Button size="sm" kind="quiet" onClick={() => onChange(emptyDrawing)}>Clear</Button>
      </div>
      <p className="visually-hidden" role="status">{drawing.strokes.length === 0 ? 'Nothing drawn.' : `${drawing.strokes.length} ${drawing.strokes.length === 1 ? 'stroke' : 'strokes'}.${drawing.isDown ? ' The pen is down.' : ''}`}</p>
    </div>
  );
}
