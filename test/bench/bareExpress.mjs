// The yardstick for Teams: an express handler that reads the activity and acknowledges it. It looks at no token, and
// nothing is stored or answered.
import { createRequire } from 'node:module';

const express = createRequire(import.meta.url)('express');

const app = express();
app.disable('x-powered-by');
app.post('/api/messages', express.json(), (_request, response) => void response.status(200).end());
const server = app.listen(0, '127.0.0.1', () => {
  process.stdout.write(`express listens at http://127.0.0.1:${server.address().port}\n`);
});
process.once('SIGTERM', () => process.exit(0));
