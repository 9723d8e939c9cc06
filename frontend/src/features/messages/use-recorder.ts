import { useEffect, useRef, useState } from 'react';
import { levelOf } from './levels.ts';
import { LONGEST_VOICE_MS } from './limits.ts';

export interface Recording {
  blob: Blob;
  durationMs: number;
}

export interface Recorder {
  state: 'idle' | 'asking' | 'recording' | 'refused';
  /** Milliseconds so far. */
  length: number;
  /** The last moments, loudest 1. */
  bars: readonly number[];
  start(): Promise<void>;
  /** Resolves with what was recorded. */
  stop(): Promise<Recording | null>;
  cancel(): void;
}

const BARS = 40;
const types = ['audio/webm;codecs=opus', 'audio/mp4', 'audio/ogg;codecs=opus'];
export const canRecord = (): boolean => typeof MediaRecorder !== 'undefined' && navigator.mediaDevices !== undefined;

/** Records from the microphone, shows how loud it is, and ends by itself at the longest length. `onFull` gets what was recorded then. */
export function useRecorder(onFull: (recording: Recording) => void): Recorder {
  const [state, setState] = useState<Recorder['state']>('idle');
  const [length, setLength] = useState(0);
  const [bars, setBars] = useState<readonly number[]>([]);
  const running = useRef<{ recorder: MediaRecorder; end: (keep: boolean) => Promise<Recording | null> } | null>(null);

  async function start(): Promise<void> {
    setState('asking');
    let stream: MediaStream;
    try {
      stream = await navigator.mediaDevices.getUserMedia({ audio: true });
    } catch {
      return setState('refused'); // said no, or has no microphone: the page tells what to do
    }
    const mimeType = types.find((type) => MediaRecorder.isTypeSupported(type));
    const recorder = new MediaRecorder(stream, mimeType === undefined ? {} : { mimeType });
    const context = new AudioContext();
    const analyser = context.createAnalyser();
    analyser.fftSize = 1024;
    context.createMediaStreamSource(stream).connect(analyser);
    const samples = new Float32Array(analyser.fftSize);
    const parts: Blob[] = [];
    const begunAt = performance.now();
    recorder.ondataavailable = ({ data }) => { if (data.size > 0) parts.push(data); };

    const tick = setInterval(() => {
      const passed = performance.now() - begunAt;
      analyser.getFloatTimeDomainData(samples);
      setLength(passed);
      setBars((before) => [...before, levelOf(samples)].slice(-BARS));
      if (passed >= LONGEST_VOICE_MS) void end(true).then((full) => { if (full) onFull(full); });
    }, 100);

    function end(keep: boolean): Promise<Recording | null> {
      if (running.current === null) return Promise.resolve(null);
      running.current = null;
      clearInterval(tick);
      const durationMs = Math.round(Math.min(performance.now() - begunAt, LONGEST_VOICE_MS));
      setState('idle');
      setLength(0);
      setBars([]);
      return new Promise((resolve) => {
        recorder.onstop = () => {
          for (const track of stream.getTracks()) track.stop();
          void context.close();
          resolve(keep && parts.length > 0 ? { blob: new Blob(parts, { type: recorder.mimeType.split(';')[0] ?? 'audio/webm' }), durationMs } : null);
        };
        recorder.stop();
      });
    }

    running.current = { recorder, end };
    recorder.start(1000);
    setState('recording');
  }

  // The microphone is let go when the page is left.
  useEffect(() => () => void running.current?.end(false), []);

  return { state, length, bars, start, stop: () => running.current?.end(true) ?? Promise.resolve(null), cancel: () => void running.current?.end(false) };
}
