import { ascendingOrder, sortPlaces } from './ascending-order.js';
import { placesIn } from './reused-storage.js';

/** A column's returns on its own dates, by the date on which each ends. */
export interface OwnReturns {
  /** Dates from that of the smallest return to that of the largest. */
  readonly dates: Int32Array;
  /** By date. */
  readonly returns: Float64Array;
}

/** The dates of returns, from the smallest return to the largest; `endOf` is the date on which the return at a place ends. */
export function ownReturns(returns: Float64Array, endOf: (place: number) => number, dates: number): OwnReturns {
  const byDate = new Float64Array(dates);
  for (let k = 0; k < returns.length; k++) byDate[endOf(k)] = returns[k]!;
  return { dates: ascendingOrder(returns).map(endOf), returns: byDate };
}

/**
 * Orders a column's returns on some of its dates: as on all of them, but for those that now start on another date, which are
 * sorted by themselves and put in where they belong. With few of these it takes a tenth of the time of a sort. What it needs on
 * the way is kept from one order to the next.
 */
export class OrderOnDates {
  readonly #kept: Int32Array;
  readonly #changed: Int32Array;
  readonly #spare: Int32Array;
  /** By date: the place of the return that ends there as on all dates; -1 where none does. */
  readonly #placeAt: Int32Array;

  /** @param dates as many as there are at most. */
  constructor(dates: number) {
    this.#kept = new Int32Array(dates);
    this.#changed = new Int32Array(dates);
    this.#spare = new Int32Array(dates);
    this.#placeAt = new Int32Array(dates);
  }

  /**
   * @param ends by place: the date on which the return ends, ascending.
   * @param reuse an order no longer needed, whose storage may be taken.
   */
  of(own: OwnReturns, ends: Int32Array, returns: Float64Array, reuse?: Int32Array): Int32Array {
    const [kept, placeAt] = [this.#kept, this.#placeAt];
    const { dates } = own;
    const changedCount = this.#notePlaces(own, ends, returns);
    let keptCount = 0;
    for (let k = 0; k < dates.length; k++) {
      const place = placeAt[dates[k]!]!;
      // Written whatever it is, and written over where it is none: no branch on the data.
      kept[keptCount] = place;
      keptCount += Number(place >= 0);
    }
    sortPlaces(this.#changed, changedCount, returns, this.#spare);
    return this.#inserted(keptCount, changedCount, returns, placesIn(reuse, ends.length));
  }

  /** Returns that are as on all dates, by date, and the places of the others, of which it says how many they are. */
  #notePlaces({ returns: own }: OwnReturns, ends: Int32Array, returns: Float64Array): number {
    const [changed, placeAt] = [this.#changed, this.#placeAt];
    placeAt.fill(-1);
    let changedCount = 0;
    for (let place = 0; place < ends.length; place++) {
      const date = ends[place]!;
      if (returns[place] === own[date]) placeAt[date] = place;
      else changed[changedCount++] = place;
    }
    return changedCount;
  }

  /** The kept places with the changed ones between them. Of equal returns the kept come first. */
  #inserted(keptCount: number, changedCount: number, returns: Float64Array, all: Int32Array): Int32Array {
    const [kept, changed] = [this.#kept, this.#changed];
    let done = 0;
    for (let c = 0; c < changedCount; c++) {
      const value = returns[changed[c]!]!;
      let low = done;
      let high = done;
      // The next one belongs near the last: ever longer steps find it before a search of all that is left would.
      for (let step = 8; high < keptCount && returns[kept[high]!]! <= value; step *= 2) {
        low = high + 1;
        high += step;
      }
      high = Math.min(high, keptCount);
      while (low < high) {
        const middle = (low + high) >> 1;
        if (returns[kept[middle]!]! <= value) low = middle + 1;
        else high = middle;
      }
      for (; done < low; done++) all[done + c] = kept[done]!;
      all[done + c] = changed[c]!;
    }
    for (; done < keptCount; done++) all[done + changedCount] = kept[done]!;
    return all;
  }
}
