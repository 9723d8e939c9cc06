import { useEffect, useRef, useState } from 'react';
import { IconButton } from '../../ui/icon-button.tsx';
import { LevelBars } from './level-bars.tsx';
import { barsOf, lengthText } from './levels.ts';

const BARS = 48;
const flat = Array.from({ length: BARS }, () => 0.15);

async function readBars(source: string | Blob): Promise<number[]> {
  const bytes = await (typeof source === 'string' ? (await fetch(source, { credentials: 'same-origin' })).arrayBuffer() : source.arrayBuffer());
  const context = new OfflineAudioContext(1, 1, 16_000);
  return barsOf((await context.decodeAudioData(bytes)).getChannelData(0), BARS);
}

/** A voice note: play and pause, where it is, its length where that is known, and how loud it is over that length. */
export default function VoicePlayer({ source, durationMs }: { source: string | Blob; durationMs: number | null }) {
  const audio = useRef<HTMLAudioElement>(null);
  const [bars, setBars] = useState<readonly number[]>(flat);
  const [at, setAt] = useState(0);
  const [isPlaying, setPlaying] = useState(false);
  const [isBroken, setBroken] = useState(false);

  // A recording that has not left yet gets an address for as long as it is shown.
  useEffect(() => {
    const player = audio.current;
    if (player === null || typeof source === 'string') return undefined;
    const made = URL.createObjectURL(source);
    player.src = made;
    return () => URL.revokeObjectURL(made);
  }, [source]);

  // The bars come from the sound itself; a browser that cannot decode it shows flat ones and still plays what it can.
  useEffect(() => {
    let isGone = false;
    readBars(source).then((found) => { if (!isGone) setBars(found); }).catch(() => undefined);
    return () => { isGone = true; };
  }, [source]);

  const toggle = (): void => {
    const player = audio.current;
    if (!player) return;
    if (isPlaying) player.pause();
    else player.play().catch(() => setBroken(true));
  };
  const length = durationMs === null ? null : lengthText(durationMs);
  const named = (what: string): string => (length === null ? what : `${what}, ${length}`);
  return (
    <div className="voice" role="group" aria-label={named('Voice note')}>
      <IconButton icon={isPlaying ? 'minus' : 'play'} label={isPlaying ? 'Pause' : named('Play the voice note')} onClick={toggle} />
      <LevelBars bars={bars} played={durationMs !== null && durationMs > 0 ? (at * 1000) / durationMs : 0} />
      <span className="t-xs t-2 num">{at > 0 ? [lengthText(at * 1000), ...(length === null ? [] : [length])].join(' of ') : length}</span>
      {isBroken && <span className="t-xs t-negative" role="alert">This browser cannot play it.</span>}
      {/* eslint-disable-next-line jsx-a11y/media-has-caption -- a spoken message has none */}
      <audio
        ref={audio} src={typeof source === 'string' ? source : undefined} preload="none" onPlay={() => setPlaying(true)} onPause={() => setPlaying(false)} onTimeUpdate={(event) => setAt(event.currentTarget.currentTime)} onError={() => setBroken(isPlaying)}
        onEnded={() => { setPlaying(false); setAt(0); }}
      />
    </div>
  );
}
