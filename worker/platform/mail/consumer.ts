// The outbox consumer of every mail topic: check, write, hand over to the SMTP server.
import { connect } from 'cloudflare:sockets';
import type { Settings } from '../../env.ts';
import type { Consumer } from '../outbox/consume.ts';
import { createMailSender } from './sender.ts';

/** For workerd, whose sockets come from `cloudflare:sockets`. */
export const createMailConsumer = (settings: Settings): Consumer => createMailSender({ settings, connect });
