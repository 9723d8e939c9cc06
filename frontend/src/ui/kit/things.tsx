import { Avatar } from '../avatar.tsx';
import { Badge } from '../badge.tsx';
import { Card } from '../card.tsx';
import { Chip } from '../chip.tsx';
import { Count } from '../count.tsx';
import { Definitions } from '../definitions.tsx';
import { Facts } from '../facts.tsx';
import { Gate } from '../gate.tsx';
import { Ladder } from '../ladder.tsx';
import { PitchCard } from '../pitch-card.tsx';
import { Progress } from '../progress.tsx';
import { SaveState } from '../save-state.tsx';
import { Status } from '../status.tsx';
import { Stepper } from '../stepper.tsx';
import { KitRow, KitSection } from './kit-section.tsx';

const nothing = () => undefined;
const savedAt = new Date(2026, 10, 22, 12, 4);
const card = { href: '/__kit', logline: 'After the sea takes the causeway, a ferrywoman has one winter to talk eleven holdouts off the island.', signals: ['4,218 views', '186 people watching'], poster: null, sizes: '160px', headingLevel: 3 as const };

export function Things() {
  return (
    <>
      <KitSection title="Badges, gates, states">
        <KitRow caption="Badges and counts">
          <Badge>Version 12</Badge>
          <Badge tone="accent">You are here</Badge>
          <Badge tone="positive" icon="check">Signed, proof on file</Badge>
          <Badge tone="notice">Letter of intent</Badge>
          <Badge tone="caution">Overdue 3 days</Badge>
          <Badge tone="negative">Revoked</Badge>
          <Badge tone="line">Interested</Badge>
          <Chip label="Feature" onRemove={nothing} />
          <Count value={3} label="3 requests" />
        </KitRow>
        <KitRow caption="Gates and states">
          <Gate open>Public</Gate>
          <Gate open={false}>Click-through</Gate>
          <Gate open={false}>NDA</Gate>
          <Status tone="positive">Published</Status>
          <Status tone="open">Draft</Status>
          <Status tone="caution">Conditional</Status>
          <Status tone="negative">Expired</Status>
        </KitRow>
        <KitRow caption="Saving">
          <SaveState state={{ kind: 'saved', at: savedAt }} />
          <SaveState state={{ kind: 'saving' }} />
          <SaveState state={{ kind: 'offline', changes: 3, isKept: true }} />
          <SaveState state={{ kind: 'conflict', onReview: nothing }} />
        </KitRow>
      </KitSection>
      <KitSection title="Card, poster, avatar">
        <div className="kit__two">
          <Card head={<><Avatar name="Harriet Osei-Lund" /><div><p className="t-medium">Harriet Osei-Lund</p><p className="t-xs t-2">Partner, Fenwater Partners</p></div></>}>
            <Definitions facts={[{ term: 'Answers', value: '92% of creators' }, { term: 'Passport', value: 'On file' }, { term: 'Budget', value: 'Low to mid' }]} />
          </Card>
          <div className="row row--wrap">
            <Avatar name="Maren Oyelaran" size="lg" />
            <Avatar name="Harriet Osei-Lund" online />
            <Avatar name="Callum Ofori-Strand" size="sm" />
            <Avatar name="Bellingcourt & Sons" company />
          </div>
        </div>
        <div className="kit__posters">
          <PitchCard {...card} title="Salt Year" meta={['Feature · Drama, survival', 'Financing · Mid, $2–8m']} gate={{ open: false, text: 'NDA for protected parts' }} />
          <PitchCard {...card} title="The Low Door" meta={['Short · Drama', 'Idea · Micro, up to $300k']} gate={{ open: true, text: 'No NDA needed' }} />
        </div>
        <Facts facts={[{ term: 'Stage', value: 'Financing' }, { term: 'Budget band', value: 'Mid, $2–8m' }, { term: 'Ask', value: '$1,000,000 equity' }]} />
      </KitSection>
      <KitSection title="Ladder, stepper, progress">
        <div className="kit__two">
          <Ladder
            rungs={[
              { name: 'Public', what: 'Logline, team', note: 'open', open: true },
              { name: 'Members', what: 'Look book', note: 'open', open: true, here: true },
              { name: 'NDA', what: 'Script, budget', note: 'when both have signed', open: false },
            ]}
          />
          <div className="stack">
            <Stepper current={1} steps={[{ name: 'Request', note: 'Approved' }, { name: 'Read', note: '4 of 6' }, { name: 'Sign', note: 'Next' }]} />
            <div className="row between"><span>Rendering the script</span><span className="num t-2">page 41 of 92</span></div>
            <Progress label="Rendering the script" value={41} max={92} text="page 41 of 92" />
            <div className="row between"><span>Complete</span><span className="num t-2">80%</span></div>
            <Progress label="Complete" value={80} max={100} text="80%" thin />
          </div>
        </div>
      </KitSection>
    </>
  );
}
