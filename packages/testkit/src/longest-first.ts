import { BaseSequencer, type TestSpecification } from 'vitest/node'

/** Where nothing is known of former runs the largest files begin; of small ones that take long the last would go on alone. */
export const longestFirst = (longest: RegExp) =>
  class extends BaseSequencer {
    override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
      const sorted = await super.sort(files)
      const isLongest = ({ moduleId }: TestSpecification) => longest.test(moduleId)
      return [...sorted.filter(isLongest), ...sorted.filter((file) => !isLongest(file))]
    }
  }
