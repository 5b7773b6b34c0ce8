/**
 * Countries whose wars fill dispatches: of their small places too we keep every name in Latin letters, and what the later
 * GeoNames list adds. Elsewhere other names are kept for towns of 50,000 people or more.
 */
export const FOCUS_COUNTRIES: ReadonlySet<string> = new Set(
  (
    'SY IQ LB IL PS JO YE LY TN EG SD SS ML NE BF TD NG CM CF CD ET ER SO DJ KE UG RW BI MZ UA MD AM AZ GE AF PK IR TR ' +
    'SA DZ MR MM BD CO VE HT'
  ).split(' '),
);
