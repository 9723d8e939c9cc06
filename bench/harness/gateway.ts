// node bench/harness/gateway.ts <PostgreSQL's port>: the local stand-in for Neon's proxy, in a process of its own. Says where it listens.
import { startNeonGateway } from '../../scripts/local/neon-gateway.ts';

const gateway = await startNeonGateway({ postgresPort: Number(process.argv[2]) });
console.log(JSON.stringify({ fetchEndpoint: gateway.url, wsProxy: gateway.wsProxy }));
process.once('SIGTERM', () => { void gateway.stop().then(() => process.exit(0)); });
