// The local inbox, over its REST interface.
import { expect } from '@playwright/test';

interface Mail {
  subject: string;
  text: string;
  html: string;
  to: { address: string }[];
}

function inboxUrl(): string {
  const url = process.env.PITCHEY_INBOX;
  if (!url) throw new Error('PITCHEY_INBOX is not set: run the journeys through npm test');
  return url;
}

/** Mails to an address, oldest first. */
export async function mailsTo(address: string): Promise<Mail[]> {
  const response = await fetch(`${inboxUrl()}/api/email`);
  const mails = (await response.json()) as Mail[];
  return mails.filter((mail) => mail.to.some((to) => to.address.toLowerCase() === address.toLowerCase()));
}

/** Waits for a mail to `address` that holds a link matching `pattern`, and gives the link. */
export async function linkFromMail(address: string, pattern: RegExp): Promise<string> {
  let link: string | undefined;
  await expect.poll(async () => {
    const links = (await mailsTo(address)).flatMap((mail) => mail.text.match(/https?:\/\/\S+/g) ?? []);
    link = links.find((url) => pattern.test(url));
    return link;
  }, { message: `a mail to ${address} with a link like ${String(pattern)}`, timeout: 20_000 }).toBeDefined();
  return link as string;
}
