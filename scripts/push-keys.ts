// npm run push-keys: a fresh pair for web push, as the environment wants it.
import { makePushKeys } from './local/settings.ts';

const { pushPublicKey, pushPrivateKey } = makePushKeys();
console.log(`PUSH_PUBLIC_KEY=${pushPublicKey}\nPUSH_PRIVATE_KEY=${pushPrivateKey}`);
