import { paths } from '../../../app/paths.ts';
import { usePage } from '../../../lib/use-page.ts';
import { ButtonLink } from '../../../ui/button-link.tsx';

export default function NotFound() {
  usePage({ title: 'Page not found' });
  return (
    <div className="wrap py-24">
      <h1 className="t-title">There is no page here</h1>
      <p className="t-read t-2 mt-4">The address may be mistyped, or the pitch behind it is no longer published. Its owner may also have made it private; from outside the two look the same.</p>
      <div className="row row--wrap mt-8">
        <ButtonLink kind="primary" to={paths.browse.href()}>Browse pitches</ButtonLink>
        <ButtonLink to={paths.landing.href()}>Go to the front page</ButtonLink>
      </div>
    </div>
  );
}
