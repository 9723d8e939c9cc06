import { Button } from '../../../ui/button.tsx';
import { SplitPage } from './split-page.tsx';

/** The same words for every address: they don't tell whether it was taken. */
export function CheckMail({ address, onChange }: { address: string; onChange: () => void }) {
  return (
    <SplitPage title="One mail is on its way" lead={<>We sent it to <b className="t-strong">{address}</b>. Open its link and press the button there; then you can sign in.</>}>
      <p className="t-2 mt-6" role="status">Nothing after a few minutes? Look in the folder for unwanted mail, and check that the address is right.</p>
      <Button className="mt-6" onClick={onChange}>Use another address</Button>
    </SplitPage>
  );
}
