import { expect } from 'chai';
import { clockTime, shortDate, since } from '../../../../lti-tool/panel/parts/dates.ts';
import { fileSize } from '../../../../lti-tool/panel/parts/file-words.ts';
import { setLocale } from '../../../../shared/texts/locale.ts';
import { age, daysAgo } from '../../../../shared/words/counted.ts';

const at = (day: number, hour: number, minute = 0) => new Date(2026, 10, day, hour, minute);
const now = at(23, 9).getTime();

describe('dates', () => {
  it('counts calendar days, not spans of 24 hours', () => {
    expect(daysAgo(at(22, 23, 59).toISOString(), now)).to.equal(1);
    expect(daysAgo(at(22, 0, 1).toISOString(), now)).to.equal(1);
    expect(daysAgo(at(23, 0, 1).toISOString(), now)).to.equal(0);
  });
  it('counts a day across the end of summer time as one', () => {
    const before = new Date(2026, 9, 24, 12).toISOString();
    expect(daysAgo(before, new Date(2026, 9, 26, 0, 30).getTime())).to.equal(2);
  });
  it('never counts below zero when the clocks differ', () => {
    expect(daysAgo(at(24, 1).toISOString(), now)).to.equal(0);
  });
  it('says an age in words', () => {
    expect(age(at(23, 8).toISOString(), now)).to.equal('today');
    expect(age(at(22, 8).toISOString(), now)).to.equal('1 day');
    expect(age(at(12, 8).toISOString(), now)).to.equal('11 days');
  });
  it('writes a date of this year without the year', () => {
    expect(shortDate(at(12, 8).toISOString(), now)).to.equal('12 Nov');
    expect(shortDate(new Date(2025, 10, 12, 8).toISOString(), now)).to.equal('12 Nov 2025');
  });
  it('writes since when something waits', () => {
    expect(since(at(12, 8).toISOString(), now)).to.equal('12 Nov · 11 days');
  });
  it('writes the time of day on a 24-hour clock', () => {
    expect(clockTime(at(23, 20, 14).getTime())).to.equal('20:14');
    expect(clockTime(at(23, 8, 5).toISOString())).to.equal('08:05');
  });
  it('writes them as the language of the LMS does, and in British English for plain English', () => {
    try {
      setLocale('de-DE');
      expect(shortDate(at(12, 8).toISOString(), now)).to.equal('12. Nov.');
      expect(fileSize(4_400_000)).to.equal('4,2 MB');
      setLocale('en');
      expect(shortDate(at(12, 8).toISOString(), now)).to.equal('12 Nov');
    } finally {
      setLocale(null);
    }
  });
});
