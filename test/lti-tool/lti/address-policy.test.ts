import { expect } from 'chai';
import { isPublicIp, platformUrl } from '../../../lti-tool/lti/address-policy.ts';

describe('address policy', () => {
  const strict = (address: string) => platformUrl(address, { allowLocal: false })?.href ?? null;

  for (const address of [
    'https://moodle.example/mod/lti/certs.php',
    'https://moodle.example:8443/x?type_id=1',
    'https://93.184.216.34/jwks',
    'https://[2606:2800:220:1:248:1893:25c8:1946]/jwks',
  ])
    it(`allows ${address}`, () => expect(strict(address)).to.equal(address));

  for (const address of [
    'http://moodle.example/',
    'ftp://moodle.example/',
    'javascript:alert(1)',
    'moodle.example',
    'https://user:secret@moodle.example/',
    'https://*.example/',
    'https://moodle.example;sandbox/',
    'https://localhost/',
    'https://moodle/',
    'https://moodle.local/',
    'https://db.internal./',
    'https://127.0.0.1/',
    'https://2130706433/',
    'https://0x7f.1/',
    'https://10.1.2.3/',
    'https://172.16.0.1/',
    'https://192.168.1.1/',
    'https://169.254.169.254/latest/meta-data',
    'https://100.64.0.1/',
    'https://0.0.0.0/',
    'https://[::1]/',
    'https://[::ffff:127.0.0.1]/',
    'https://[fd00::1]/',
    'https://[fe80::1]/',
    'https://[64:ff9b::7f00:1]/',
    'https://[2002:7f00:1::]/',
  ])
    it(`refuses ${address}`, () => expect(strict(address)).to.equal(null));

  it('allows http and this machine for development, and still no other schemes', () => {
    const relaxed = (address: string) => platformUrl(address, { allowLocal: true }) !== null;
    expect(['http://localhost:8080/', 'http://127.0.0.1/', 'https://moodle.local/'].map(relaxed)).to.deep.equal([
      true,
      true,
      true,
    ]);
    expect(['file:///etc/passwd', 'http://a:b@localhost/', 'javascript:1'].map(relaxed)).to.deep.equal([
      false,
      false,
      false,
    ]);
  });
  it('takes no text but an address for an address', () => expect(isPublicIp('moodle.example')).to.equal(false));
});
