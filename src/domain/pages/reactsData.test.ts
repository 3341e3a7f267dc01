import { isReactsData } from './reactsData'

it.each([
  '(self.__next_f=self.__next_f||[]).push([0])',
  String.raw`self.__next_f.push([1,"1:\"$Sreact.fragment\"\n\u003cscript>alert(1)\u003c/script>"])`,
  '(globalThis["TURBOPACK"] || (globalThis["TURBOPACK"] = [])).push({"otherChunks":["a.js"],"runtimeModuleIds":[]})',
])('takes %s for data', (script) => {
  expect(isReactsData(script)).toBe(true)
})

it.each([
  'alert(1)',
  'self.__next_f.push([1,alert(1)])',
  'self.__next_f.push([1,"a"]);alert([1])',
  'self.__next_f.push([1,"a"]),alert([1])',
  'self.__next_f.push([1,"a"])//',
  'alert(1);self.__next_f.push([1,"a"])',
  'self.__next_f.push([alert`1`])',
  'self.__next_f.push(["a"].map(alert))',
  '',
])('takes %s for a script', (script) => {
  expect(isReactsData(script)).toBe(false)
})
