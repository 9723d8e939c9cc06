/** Bars of loudness; those before `played` (0 to 1) are marked. For the eye only: the words beside it say the length. */
export function LevelBars({ bars, played = 1 }: { bars: readonly number[]; played?: number }) {
  return (
    <span className="levels" aria-hidden="true">
      {bars.map((level, index) => <i key={index} className={index / bars.length < played ? 'is-on' : undefined} style={{ transform: `scaleY(${Math.max(0.08, level)})` }} />)}
    </span>
  );
}
