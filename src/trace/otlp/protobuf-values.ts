import type { Json, JsonObject } from '../json.ts';
import { type Intake, MAX_TEXT_CHARS, MAX_VALUE_LEVELS, setMember } from './intake.ts';
import type { ProtobufReader } from './wire-format.ts';

/** One KeyValue. */
export function takeMember(reader: ProtobufReader, intake: Intake, members: JsonObject, levels: number): void {
  let key = '';
  let value: Json = null;
  for (let tag = reader.tag(); tag !== 0; tag = reader.tag()) {
    if (tag === 0x0a) key = textOf(reader, intake);
    else if (tag === 0x12) {
      const outer = reader.enter();
      value = anyValue(reader, intake, levels);
      reader.leave(outer);
    } else reader.skip(tag);
  }
  setMember(members, key, value);
}

/** One AnyValue. Its fields are alternatives: the last one counts. */
export function anyValue(reader: ProtobufReader, intake: Intake, levels: number): Json {
  let value: Json = null;
  for (let tag = reader.tag(); tag !== 0; tag = reader.tag()) {
    switch (tag) {
      case 0x0a:
        value = textOf(reader, intake);
        break;
      case 0x10:
        value = reader.uint() !== 0;
        break;
      case 0x18:
        value = reader.int64();
        break;
      case 0x21:
        value = doubleOf(reader.double());
        break;
      case 0x2a: // array_value
      case 0x32: // kvlist_value
        value = nestedOf(reader, intake, tag, levels);
        break;
      case 0x3a:
        value = reader.base64(MAX_TEXT_CHARS, intake.textFault);
        break;
      default:
        reader.skip(tag);
    }
  }
  return value;
}

function nestedOf(reader: ProtobufReader, intake: Intake, tag: 0x2a | 0x32, levels: number): Json {
  if (levels <= 1) {
    intake.problem(`value nested deeper than ${MAX_VALUE_LEVELS} levels, left out`, `${MAX_VALUE_LEVELS} levels`);
    reader.skip(tag);
    return null;
  }
  const list: Json[] = [];
  const members: JsonObject = {};
  reader.within(() =>
    reader.each(0x0a, () => {
      if (tag === 0x2a) list.push(anyValue(reader, intake, levels - 1));
      else takeMember(reader, intake, members, levels - 1);
    }),
  );
  return tag === 0x2a ? list : members;
}

/** As OTLP JSON has them: numbers that JSON cannot write are strings. There is no negative zero. */
function doubleOf(value: number): Json {
  return Number.isFinite(value) ? value + 0 : String(value);
}

const ZERO = /^0+$/;

export function idOf(reader: ProtobufReader, intake: Intake, bytes: number): string | null {
  const id = reader.hex();
  if (id === '' || ZERO.test(id)) return null;
  if (id.length === bytes * 2) return id;
  intake.problem(`id of another length than ${bytes} bytes`, id);
  return null;
}

export function textOf(reader: ProtobufReader, intake: Intake): string {
  return reader.text(MAX_TEXT_CHARS, intake.textFault);
}
