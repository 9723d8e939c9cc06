const gates = [
  { name: 'Public', holds: 'Logline, poster, synopsis', step: 'anyone' },
  { name: 'Member', holds: 'Plans in outline', step: 'a verified account' },
  { name: 'Click-through', holds: 'Treatment, first ten pages', step: 'one sentence to agree to' },
  { name: 'NDA', holds: 'Script, budget, distribution plan', step: 'signed by both sides' },
  { name: 'Deal', holds: 'Recoupment schedule, chain of title', step: 'after a term sheet' },
];

export function HowItWorks() {
  return (
    <section className="how" id="how" aria-labelledby="how-heading">
      <div>
        <h2 className="t-title" id="how-heading">Five gates, one for every field</h2>
        <p className="t-2 mt-4 text-pretty">An NDA on everything keeps buyers away. So each protected field has a gate of its own, and the weakest one that does the job is the one to choose.</p>
        <p className="t-2 mt-4 text-pretty">A pitch page lists what is behind each gate and what the step is. Nobody has to sign to find out what there is.</p>
      </div>
      <ol className="rungs">
        {gates.map(({ name, holds, step }) => (
          <li key={name}>
            <b>{name}</b>
            <span className="t-2">{holds}</span>
            <span className="w">{step}</span>
          </li>
        ))}
      </ol>
    </section>
  );
}
