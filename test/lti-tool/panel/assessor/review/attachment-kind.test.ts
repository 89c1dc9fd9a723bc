import { expect } from 'chai';
import {
  attachmentKind,
  opensItself,
  safeType,
} from '../../../../../lti-tool/panel/assessor/review/attachment-kind.ts';

describe('how an attachment is shown', () => {
  const kinds: [string, string][] = [
    ['image/png', 'image'],
    ['IMAGE/JPEG', 'image'],
    ['image/svg+xml', 'other'],
    ['audio/mp4', 'audio'],
    ['video/webm; codecs=vp9', 'video'],
    ['text/plain; charset=utf-8', 'text'],
    ['text/html', 'other'],
    ['application/pdf', 'document'],
    ['', 'other'],
  ];
  for (const [mediaType, kind] of kinds)
    it(`takes ${mediaType || 'no type'} for ${kind}`, () => {
      expect(attachmentKind(mediaType)).to.equal(kind);
    });

  it('never hands a browser a type that could run', () => {
    expect(safeType('text/html')).to.equal('application/octet-stream');
    expect(safeType('image/svg+xml')).to.equal('application/octet-stream');
    expect(safeType('image/png')).to.equal('image/png');
  });

  it('opens the first small picture or text by itself', () => {
    const files = [
      { name: 'a', mediaType: 'application/pdf', size: 10 },
      { name: 'b', mediaType: 'image/png', size: 90_000_000 },
      { name: 'c', mediaType: 'text/plain', size: 900 },
    ];
    expect(opensItself(files)?.name).to.equal('c');
    expect(opensItself(files.slice(0, 2))).to.equal(null);
  });
});
