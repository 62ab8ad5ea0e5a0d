/** What a rule gives, from its first day on. */
export type RuleExample = { what: string; first: string; rule: string; days: readonly string[]; leftOut?: string }

/**
 * The examples of RFC 5545, 3.8.5.3, that speak of days, each with the days that stand there, the times of day left away. Where an
 * example ends at an instant, the last day before it stands here.
 */
export const EXAMPLES: readonly RuleExample[] = [
  ex('daily for 10 occurrences', '1997-09-02', 'FREQ=DAILY;COUNT=10', '1997: 9/2-11'),
  ex('daily until December 24, 1997', '1997-09-02', 'FREQ=DAILY;UNTIL=19971223', '1997: 9/2-30 10/1-31 11/1-30 12/1-23'),
  ex(
    'every other day, forever',
    '1997-09-02',
    'FREQ=DAILY;INTERVAL=2',
    '1997: 9/2,4,6,8,10,12,14,16,18,20,22,24,26,28,30 10/2,4,6,8',
  ),
  ex('every 10 days, 5 occurrences', '1997-09-02', 'FREQ=DAILY;INTERVAL=10;COUNT=5', '1997: 9/2,12,22 10/2,12'),
  ex(
    'every day in January, for 3 years',
    '1998-01-01',
    'FREQ=YEARLY;UNTIL=20000131;BYMONTH=1;BYDAY=SU,MO,TU,WE,TH,FR,SA',
    '1998: 1/1-31 1999: 1/1-31 2000: 1/1-31',
  ),
  ex(
    'every day in January, for 3 years, daily',
    '1998-01-01',
    'FREQ=DAILY;UNTIL=20000131;BYMONTH=1',
    '1998: 1/1-31 1999: 1/1-31 2000: 1/1-31',
  ),
  ex('weekly for 10 occurrences', '1997-09-02', 'FREQ=WEEKLY;COUNT=10', '1997: 9/2,9,16,23,30 10/7,14,21,28 11/4'),
  ex(
    'weekly until December 24, 1997',
    '1997-09-02',
    'FREQ=WEEKLY;UNTIL=19971223',
    '1997: 9/2,9,16,23,30 10/7,14,21,28 11/4,11,18,25 12/2,9,16,23',
  ),
  ex(
    'every other week, forever',
    '1997-09-02',
    'FREQ=WEEKLY;INTERVAL=2;WKST=SU',
    '1997: 9/2,16,30 10/14,28 11/11,25 12/9,23 1998: 1/6,20 2/3,17',
  ),
  ex(
    'weekly on Tuesday and Thursday for five weeks',
    '1997-09-02',
    'FREQ=WEEKLY;UNTIL=19971006;WKST=SU;BYDAY=TU,TH',
    '1997: 9/2,4,9,11,16,18,23,25,30 10/2',
  ),
  ex(
    'weekly on Tuesday and Thursday, ten times',
    '1997-09-02',
    'FREQ=WEEKLY;COUNT=10;WKST=SU;BYDAY=TU,TH',
    '1997: 9/2,4,9,11,16,18,23,25,30 10/2',
  ),
  ex(
    'every other week on Monday, Wednesday and Friday until December 24, 1997',
    '1997-09-01',
    'FREQ=WEEKLY;INTERVAL=2;UNTIL=19971223;WKST=SU;BYDAY=MO,WE,FR',
    '1997: 9/1,3,5,15,17,19,29 10/1,3,13,15,17,27,29,31 11/10,12,14,24,26,28 12/8,10,12,22',
  ),
  ex(
    'every other week on Tuesday and Thursday, for 8 occurrences',
    '1997-09-02',
    'FREQ=WEEKLY;INTERVAL=2;COUNT=8;WKST=SU;BYDAY=TU,TH',
    '1997: 9/2,4,16,18,30 10/2,14,16',
  ),
  ex(
    'monthly on the first Friday for 10 occurrences',
    '1997-09-05',
    'FREQ=MONTHLY;COUNT=10;BYDAY=1FR',
    '1997: 9/5 10/3 11/7 12/5 1998: 1/2 2/6 3/6 4/3 5/1 6/5',
  ),
  ex(
    'monthly on the first Friday until December 24, 1997',
    '1997-09-05',
    'FREQ=MONTHLY;UNTIL=19971223;BYDAY=1FR',
    '1997: 9/5 10/3 11/7 12/5',
  ),
  ex(
    'every other month on the first and last Sunday for 10 occurrences',
    '1997-09-07',
    'FREQ=MONTHLY;INTERVAL=2;COUNT=10;BYDAY=1SU,-1SU',
    '1997: 9/7,28 11/2,30 1998: 1/4,25 3/1,29 5/3,31',
  ),
  ex(
    'monthly on the second-to-last Monday for 6 months',
    '1997-09-22',
    'FREQ=MONTHLY;COUNT=6;BYDAY=-2MO',
    '1997: 9/22 10/20 11/17 12/22 1998: 1/19 2/16',
  ),
  ex(
    'monthly on the third-to-the-last day, forever',
    '1997-09-28',
    'FREQ=MONTHLY;BYMONTHDAY=-3',
    '1997: 9/28 10/29 11/28 12/29 1998: 1/29 2/26',
  ),
  ex(
    'monthly on the 2nd and 15th for 10 occurrences',
    '1997-09-02',
    'FREQ=MONTHLY;COUNT=10;BYMONTHDAY=2,15',
    '1997: 9/2,15 10/2,15 11/2,15 12/2,15 1998: 1/2,15',
  ),
  ex(
    'monthly on the first and last day for 10 occurrences',
    '1997-09-30',
    'FREQ=MONTHLY;COUNT=10;BYMONTHDAY=1,-1',
    '1997: 9/30 10/1,31 11/1,30 12/1,31 1998: 1/1,31 2/1',
  ),
  ex(
    'every 18 months on the 10th thru 15th for 10 occurrences',
    '1997-09-10',
    'FREQ=MONTHLY;INTERVAL=18;COUNT=10;BYMONTHDAY=10,11,12,13,14,15',
    '1997: 9/10-15 1999: 3/10-13',
  ),
  ex(
    'every Tuesday, every other month',
    '1997-09-02',
    'FREQ=MONTHLY;INTERVAL=2;BYDAY=TU',
    '1997: 9/2,9,16,23,30 11/4,11,18,25 1998: 1/6,13,20,27 3/3,10,17,24,31',
  ),
  ex(
    'yearly in June and July for 10 occurrences',
    '1997-06-10',
    'FREQ=YEARLY;COUNT=10;BYMONTH=6,7',
    '1997: 6/10 7/10 1998: 6/10 7/10 1999: 6/10 7/10 2000: 6/10 7/10 2001: 6/10 7/10',
  ),
  ex(
    'every other year on January, February and March for 10 occurrences',
    '1997-03-10',
    'FREQ=YEARLY;INTERVAL=2;COUNT=10;BYMONTH=1,2,3',
    '1997: 3/10 1999: 1/10 2/10 3/10 2001: 1/10 2/10 3/10 2003: 1/10 2/10 3/10',
  ),
  ex(
    'every third year on the 1st, 100th and 200th day for 10 occurrences',
    '1997-01-01',
    'FREQ=YEARLY;INTERVAL=3;COUNT=10;BYYEARDAY=1,100,200',
    '1997: 1/1 4/10 7/19 2000: 1/1 4/9 7/18 2003: 1/1 4/10 7/19 2006: 1/1',
  ),
  ex('every 20th Monday of the year, forever', '1997-05-19', 'FREQ=YEARLY;BYDAY=20MO', '1997: 5/19 1998: 5/18 1999: 5/17'),
  ex('Monday of week number 20, forever', '1997-05-12', 'FREQ=YEARLY;BYWEEKNO=20;BYDAY=MO', '1997: 5/12 1998: 5/11 1999: 5/17'),
  ex(
    'every Thursday in March, forever',
    '1997-03-13',
    'FREQ=YEARLY;BYMONTH=3;BYDAY=TH',
    '1997: 3/13,20,27 1998: 3/5,12,19,26 1999: 3/4,11,18,25',
  ),
  ex(
    'every Thursday, but only during June, July and August, forever',
    '1997-06-05',
    'FREQ=YEARLY;BYDAY=TH;BYMONTH=6,7,8',
    '1997: 6/5,12,19,26 7/3,10,17,24,31 8/7,14,21,28 1998: 6/4,11,18,25 7/2,9,16,23,30 8/6,13,20,27',
  ),
  {
    ...ex(
      'every Friday the 13th, forever',
      '1997-09-02',
      'FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=13',
      '1998: 2/13 3/13 11/13 1999: 8/13 2000: 10/13',
    ),
    leftOut: '1997-09-02',
  },
  ex(
    'the first Saturday that follows the first Sunday of the month, forever',
    '1997-09-13',
    'FREQ=MONTHLY;BYDAY=SA;BYMONTHDAY=7,8,9,10,11,12,13',
    '1997: 9/13 10/11 11/8 12/13 1998: 1/10 2/7 3/7 4/11 5/9 6/13',
  ),
  ex(
    'every 4 years, the first Tuesday after a Monday in November, forever',
    '1996-11-05',
    'FREQ=YEARLY;INTERVAL=4;BYMONTH=11;BYDAY=TU;BYMONTHDAY=2,3,4,5,6,7,8',
    '1996: 11/5 2000: 11/7 2004: 11/2',
  ),
  ex(
    'the third instance into the month of one of Tuesday, Wednesday or Thursday, for the next 3 months',
    '1997-09-04',
    'FREQ=MONTHLY;COUNT=3;BYDAY=TU,WE,TH;BYSETPOS=3',
    '1997: 9/4 10/7 11/6',
  ),
  ex(
    'the second-to-last weekday of the month',
    '1997-09-29',
    'FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-2',
    '1997: 9/29 10/30 11/27 12/30 1998: 1/29 2/26 3/30',
  ),
  ex('a week that begins on Monday', '1997-08-05', 'FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU;WKST=MO', '1997: 8/5,10,19,24'),
  ex(
    'the same where it begins on Sunday',
    '1997-08-05',
    'FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU;WKST=SU',
    '1997: 8/5,17,19,31',
  ),
  ex(
    'an invalid date, that of 30 February, is ignored',
    '2007-01-15',
    'FREQ=MONTHLY;BYMONTHDAY=15,30;COUNT=5',
    '2007: 1/15,30 2/15 3/15,30',
  ),
]

/** Days are written as years with months with days: `1997: 9/2,4 10/1-3`. */
function ex(what: string, first: string, rule: string, days: string): RuleExample {
  let year = ''
  const read = days.split(' ').flatMap((word) => {
    if (word.endsWith(':')) {
      year = word.slice(0, -1)
      return []
    }
    const [month = '', dates = ''] = word.split('/')
    return dates.split(',').flatMap((span) => {
      const [from = 0, to = from] = span.split('-').map(Number)
      return Array.from({ length: to - from + 1 }, (_, i) =>
        [year, month.padStart(2, '0'), `${from + i}`.padStart(2, '0')].join('-'),
      )
    })
  })
  return { what, first, rule, days: read }
}
