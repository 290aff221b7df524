// A certified OpenID provider on loopback: node provider.mjs PORT RETURN-ADDRESS CLIENT SECRET
// Whoever signs in there under a name is that name; its address is not the one they have with us.
import Provider from 'oidc-provider';

const [port, back, client, secret] = process.argv.slice(2);
const provider = new Provider(`http://127.0.0.1:${port}`, {
  clients: [{ client_id: client, client_secret: secret, redirect_uris: [back], token_endpoint_auth_method: 'client_secret_post' }],
  claims: { openid: ['sub'], email: ['email', 'email_verified'] },
  cookies: { keys: ['on loopback for minutes'] },
  findAccount: (_, id) => ({ accountId: id, claims: () => ({ sub: id, email: `${id}@service.example`, email_verified: true }) }),
});
provider.listen(Number(port), '127.0.0.1');
