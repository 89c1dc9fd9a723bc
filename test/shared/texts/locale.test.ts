import { expect } from 'chai';
import { clockTime, shortDate } from '../../../lti-tool/panel/parts/dates.ts';
import { fileSize } from '../../../lti-tool/panel/parts/file-words.ts';
import { byName, locale, number, setLocale } from '../../../shared/texts/locale.ts';
import { partsTexts } from '../../../shared/texts/parts.ts';
import { counted, plural } from '../../../shared/texts/plurals.ts';
import { age } from '../../../shared/words/counted.ts';

describe("dates, numbers and names by the launch's locale", () => {
  afterEach(() => setLocale(null));
  const at = new Date(2026, 10, 12, 20, 14).toISOString();
  const now = new Date(2027, 0, 5).getTime();

  for (const [tag, date, time, many] of [
    ['en-GB', '12 Nov 2026', '20:14', '1,234'],
    ['cy-GB', '12 Tach 2026', '20:14', '1,234'],
    ['de', '12. Nov. 2026', '20:14', '1.234'],
    ['ar-EG', '١٢ نوفمبر ٢٠٢٦', '٠٨:١٤ م', '١٬٢٣٤'],
  ] as const)
    it(`are written as ${tag} writes them`, () => {
      setLocale(tag);
      expect(shortDate(at, now)).to.equal(date);
      expect(clockTime(at)).to.equal(time);
      expect(number(1234)).to.equal(many);
      expect(partsTexts.criteria(1234)).to.equal(`${many} criteria`);
    });

  it('put names in the order of the locale', () => {
    setLocale('sv');
    expect(['Öberg', 'Zachris'].sort(byName)).to.deep.equal(['Zachris', 'Öberg']);
    setLocale('de');
    expect(['Öberg', 'Zachris'].sort(byName)).to.deep.equal(['Öberg', 'Zachris']);
  });

  it('write the sizes of files and ages with the same numbers', () => {
    setLocale('de');
    expect(fileSize(1_572_864)).to.equal('1,5 MB');
    expect(age(at, now)).to.equal('54 days');
  });

  it('mean British English by "en", and where the LMS says nothing', () => {
    for (const told of ['en', null]) {
      setLocale(told);
      expect(locale()).to.equal('en-GB');
    }
  });
});

describe('plurals', () => {
  afterEach(() => setLocale(null));
  const criteria = { one: 'criterion', other: 'criteria' };
  it('go by the language of the texts, whatever the locale of the numbers', () => {
    for (const tag of ['en-GB', 'cy-GB', 'ar-EG']) {
      setLocale(tag);
      expect([0, 1, 2, 11].map((count) => plural(count, criteria))).to.deep.equal([
        'criteria',
        'criterion',
        'criteria',
        'criteria',
      ]);
    }
  });
  it('stand after their number', () => {
    expect(counted(1, criteria)).to.equal('1 criterion');
    expect(counted(1200, criteria)).to.equal('1,200 criteria');
  });
});
