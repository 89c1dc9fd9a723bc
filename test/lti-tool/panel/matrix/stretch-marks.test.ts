import { expect } from 'chai';
import { cellWidth, stretchMarks } from '../../../../lti-tool/panel/matrix/stretch-marks.ts';

describe('the marks of a stretch of cells', () => {
  it('are one path for each standing, however many cells have it', () => {
    const marks = stretchMarks('aaaa');
    expect(marks).to.have.length(1);
    expect(marks[0]?.standing).to.equal('awaitingAssessor');
    expect(marks[0]?.path.match(/M/g)).to.have.length(4);
  });

  it('stand at the place of their cell', () => {
    const [mark] = stretchMarks('.....n').filter(({ standing }) => standing === 'notAgreed');
    expect(mark?.path.startsWith(`M${5 * cellWidth + 8} `)).to.equal(true);
  });

  it('draw every standing, and a dash for a unit that was not chosen', () => {
    const drawn = new Set(stretchMarks('crtand.-').map(({ standing }) => standing));
    expect(drawn.size).to.equal(8);
  });

  it('draw the tick in the square and the dot in the diamond last, on top', () => {
    const marks = stretchMarks('ct');
    expect(marks.map(({ detail }) => detail)).to.deep.equal([false, false, true, true]);
  });
});
