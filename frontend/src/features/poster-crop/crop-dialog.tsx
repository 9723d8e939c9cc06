import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { CropBox } from '../../../../worker/features/poster-crops/schema.ts';
import { ApiError } from '../../lib/http.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { ErrorPanel } from '../../ui/error-panel.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { cropQuery, saveCrop } from './api.ts';
import { isAllOf, middleOf, placed, sized, widths } from './crop-box.ts';
import { CropPreview, CropStage } from './crop-stage.tsx';
import './crop.css';

interface SliderProps { label: string; value: number; min: number; max: number; onChange: (value: number) => void }

/** In hundredths of its way, so that a key moves it visibly and both ends are reached whatever the picture's size. */
function Slider({ label, value, min, max, onChange }: SliderProps) {
  const way = max - min;
  const at = way > 0 ? Math.round(((value - min) / way) * 100) : 0;
  return (
    <label className="crop__slider">
      <span>{label}</span>
      <input type="range" min={0} max={100} value={at} disabled={way <= 0} aria-valuetext={`${at} %`} onChange={(event) => onChange(min + (way * Number(event.target.value)) / 100)} />
    </label>
  );
}

interface CropDialogProps {
  pitchId: string;
  onSaved: () => Promise<unknown>;
  onClose: () => void;
}

/** Which part of the picture shows as the poster: by dragging, or by sliders. */
export default function CropDialog({ pitchId, onSaved, onClose }: CropDialogProps) {
  const { data, error, refetch, isFetching } = useQuery(cropQuery(pitchId));
  const [chosen, setChosen] = useState<CropBox | null>(null);
  const save = useMutation({
    mutationFn: async (crop: CropBox | null) => {
      await saveCrop(pitchId, crop);
      await onSaved();
    },
    onSuccess: onClose,
  });
  const whole = data?.whole;
  const box = data && (chosen ?? data.crop ?? middleOf(data.whole));
  return (
    <Dialog
      open onOpenChange={onClose} wide title="What the poster shows" description="Posters are 2:3 everywhere. Drag the frame, or move it with the sliders; the whole picture is kept and stays yours alone."
      foot={(
        <>
          {data?.crop && <Button kind="quiet" busy={save.isPending && save.variables === null} onClick={() => save.mutate(null)}>Use the whole picture</Button>}
          <Button kind="quiet" onClick={onClose}>Cancel</Button>
          <Button kind="primary" disabled={box === undefined} busy={save.isPending && save.variables !== null} onClick={() => { if (box && whole) save.mutate(isAllOf(box, whole) ? null : box); }}>Show this part</Button>
        </>
      )}
    >
      {error && !data && <ErrorPanel title="The picture didn’t load" error={error} onRetry={() => void refetch()} retrying={isFetching} />}
      {data === undefined && !error && <div aria-busy="true"><Skeleton shape="panel" /></div>}
      {whole && box && (
        <div className="crop">
          <CropStage url={data.whole.url} whole={whole} box={box} onChange={setChosen} />
          <div className="crop__side">
            <CropPreview url={data.whole.url} whole={whole} box={box} />
            <Slider label="Left to right" value={box.x} min={0} max={whole.width - box.width} onChange={(x) => setChosen(placed(box, x, box.y, whole))} />
            <Slider label="Top to bottom" value={box.y} min={0} max={whole.height - box.height} onChange={(y) => setChosen(placed(box, box.x, y, whole))} />
            <Slider label="Size" value={box.width} min={widths(whole).least} max={widths(whole).most} onChange={(width) => setChosen(sized(box, width, whole))} />
            <p className="t-xs t-2 num">{box.width} × {box.height} of {whole.width} × {whole.height} px</p>
          </div>
        </div>
      )}
      {save.error && <div className="mt-4"><Notice tone="negative" announce>{save.error instanceof ApiError ? save.error.message : 'It was not saved.'} Your choice is still here.</Notice></div>}
    </Dialog>
  );
}
