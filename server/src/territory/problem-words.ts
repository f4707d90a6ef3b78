import type { DirectoryProblem, DirectoryProblemCode } from './read-directory.ts'

const words: Readonly<Record<DirectoryProblemCode, readonly [zh: string, en: string]>> = {
  'missing-column': ['缺少这一列', 'this column is missing'],
  'not-csv': ['不是 CSV 文件', 'not a CSV file'],
  'no-rows': ['没有任何一行', 'there are no rows'],
  'code-width': ['代码的位数不对（街镇 9 位，居村 12 位）', 'wrong number of digits (subdistrict 9, community 12)'],
  'empty-name': ['名称是空的', 'the name is empty'],
  'name-length': ['名称太长', 'the name is too long'],
  'name-characters': ['名称里有看不见的字符', 'there are invisible characters in the name'],
  'unknown-subdistrict-kind': ['代码第 7 到 9 位不是街道、镇或园区', 'digits 7–9 are no street, town or park'],
  'unknown-community-kind': ['类型应为 neighbourhood 或 village', 'the kind must be neighbourhood or village'],
  'code-outside-subdistrict': ['居村代码不以街镇代码开头', 'the community code does not begin with its subdistrict’s'],
  'duplicate-community-code': ['居村代码重复', 'the community code is there twice'],
  'duplicate-community-name': ['同一街镇里居村名称重复', 'the name is there twice in one subdistrict'],
  'subdistrict-name-differs': ['同一街镇代码有两个名称', 'one subdistrict code with two names'],
  'district-differs': ['一个文件只能有一个区', 'one file holds one district'],
}

/** What a file says must not colour or flood the terminal. */
const shown = (found: string): string => found.replace(/\p{C}/gu, '�').slice(0, 60)

/** One line for the terminal, in both languages. */
export const describeProblem = ({ line, code, found }: DirectoryProblem): string => {
  const [zh, en] = words[code]
  return `第 ${line} 行 line ${line}: ${zh} · ${en}${found === '' ? '' : ` — ${shown(found)}`}`
}
