import type { ParameterSet } from '../parameter-set.js';
import aevo from '../parameters/pm1-aevo.json' with { type: 'json' };
import bitCom from '../parameters/pm1-bit-com.json' with { type: 'json' };
import coincall from '../parameters/pm1-coincall.json' with { type: 'json' };
import dederi from '../parameters/pm1-dederi.json' with { type: 'json' };
import deribitOneTenth from '../parameters/pm1-deribit-10.json' with { type: 'json' };
import deribitOneEighth from '../parameters/pm1-deribit-12-5.json' with { type: 'json' };
import deribitStrikes from '../parameters/pm1-deribit-strikes.json' with { type: 'json' };
import grvt from '../parameters/pm1-grvt.json' with { type: 'json' };
import syndr from '../parameters/pm1-syndr.json' with { type: 'json' };
import type { Pm1Values } from './pm1-values.js';

/** The members of the family: Deribit's three former generations, newest first, then its clones. */
export const PM1_PARAMETER_SETS: readonly ParameterSet<Pm1Values>[] = [
  deribitStrikes,
  deribitOneTenth,
  deribitOneEighth,
  coincall,
  syndr,
  dederi,
  bitCom,
  grvt,
  aevo,
].map((set) => set as ParameterSet<Pm1Values>);
