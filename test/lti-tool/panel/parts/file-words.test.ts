import { expect } from 'chai';
import { fileIcon, fileSize } from '../../../../lti-tool/panel/parts/file-words.ts';

describe('fileSize', () => {
  const cases: ReadonlyArray<readonly [number, string]> = [
    [0, '0 KB'],
    [1, '1 KB'],
    [90_112, '88 KB'],
    [1024 * 1024 - 1, '1.0 MB'],
    [4_404_019, '4.2 MB'],
    [61 * 1024 * 1024, '61 MB'],
    [1.5 * 1024 ** 3, '1.5 GB'],
  ];
  for (const [bytes, words] of cases)
    it(`reads ${bytes} bytes as ${words}`, () => expect(fileSize(bytes)).to.equal(words));
});

describe('fileIcon', () => {
  it('draws sound, pictures and films as such, and anything else as a sheet', () => {
    const types = ['audio/mp4', 'image/jpeg', 'video/mp4', 'application/pdf', ''];
    expect(types.map(fileIcon)).to.deep.equal(['sound', 'image', 'film', 'file', 'file']);
  });
});
