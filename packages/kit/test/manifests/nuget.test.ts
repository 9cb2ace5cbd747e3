import { describe, expect, it, test } from 'vitest'
import { readManifest } from '../../src/manifests/manifest.ts'
import { nuget } from '../../src/manifests/nuget.ts'
import { projectFiles } from '../../src/project/files.ts'
import type { Manifest } from '../../src/project.ts'
import { filesWith, folderWith } from '../folders.ts'

const sdk = 'Sdk="Microsoft.NET.Sdk"'

describe('a project file', () => {
  it('is read, with its properties inserted', async () => {
    const found = await read(
      `<Project ${sdk}><PropertyGroup>
        <PackageId>Spam.$(Suffix)</PackageId><Suffix>Eggs</Suffix>
        <Version>1.2.3</Version><Description>Spam</Description>
        <PackageLicenseExpression>MIT</PackageLicenseExpression>
        <PackageProjectUrl>https://spam.example</PackageProjectUrl>
        <RepositoryUrl>https://github.com/o/spam.git</RepositoryUrl>
        <PackageReadmeFile>README.md</PackageReadmeFile>
        <PackAsTool>true</PackAsTool><ToolCommandName>spam</ToolCommandName>
      </PropertyGroup></Project>`,
    )
    expect(found).toMatchObject({
      ecosystem: 'nuget',
      path: 'Spam.csproj',
      name: 'Spam.Eggs',
      version: '1.2.3',
      description: 'Spam',
      license: 'MIT',
      private: false,
      homepage: 'https://spam.example',
      repository: { url: 'https://github.com/o/spam' },
      readme: 'README.md',
      commands: ['spam'],
    })
  })

  it('takes the name of the file where it has no other', async () => {
    expect((await read(`<Project ${sdk} />`))?.name).toBe('Spam')
    const named = `<Project ${sdk}><PropertyGroup><AssemblyName>Other</AssemblyName></PropertyGroup></Project>`
    expect((await read(named))?.name).toBe('Other')
  })

  it('has no version that holds only on a condition, or that the build makes', async () => {
    const condition = `Condition="'$(CI)' == 'true'"`
    for (const group of [
      `<PropertyGroup ${condition}><Version>1</Version></PropertyGroup>`,
      `<PropertyGroup><Version ${condition}>1</Version></PropertyGroup>`,
      '<PropertyGroup><Version>$(GitVersion)</Version></PropertyGroup>',
    ])
      expect(await read(`<Project ${sdk}>${group}</Project>`)).not.toHaveProperty('version')
  })

  test.each([
    [`<Project ${sdk} />`, false],
    ['<Project><Sdk Name="Microsoft.NET.Sdk" /></Project>', false],
    ['<Project Sdk="Microsoft.NET.Sdk.Web" />', true],
    ['<Project Sdk="Microsoft.Build.Traversal/3.0.2" />', true],
    [`<Project ${sdk}><PropertyGroup><IsPackable>false</IsPackable></PropertyGroup></Project>`, true],
    [`<Project ${sdk}><PropertyGroup><IsTestProject>true</IsTestProject></PropertyGroup></Project>`, true],
    [`<Project ${sdk}><PropertyGroup><OutputType>Exe</OutputType></PropertyGroup></Project>`, true],
    [
      `<Project ${sdk}><PropertyGroup><OutputType>Exe</OutputType><PackAsTool>true</PackAsTool></PropertyGroup></Project>`,
      false,
    ],
    [
      `<Project ${sdk}><PropertyGroup><OutputType>Exe</OutputType><IsPackable>true</IsPackable></PropertyGroup></Project>`,
      false,
    ],
    [
      `<Project ${sdk}><PropertyGroup><OutputType>Exe</OutputType><PackageId>A</PackageId></PropertyGroup></Project>`,
      false,
    ],
  ])('%s is private: %s', async (source, expected) => {
    expect((await read(source))?.private).toBe(expected)
  })

  it('shares the properties of the nearest Directory.Build.props above', async () => {
    const props = (license: string) =>
      `<Project><PropertyGroup><PackageLicenseExpression>${license}</PackageLicenseExpression><Version>1</Version></PropertyGroup></Project>`
    const root = folderWith({
      'Directory.Build.props': props('MIT'),
      'src/Directory.Build.props': props('Apache-2.0'),
      'src/Spam/Spam.fsproj': `<Project ${sdk}><PropertyGroup><Version>2</Version></PropertyGroup></Project>`,
    })
    const found = await readManifest(nuget, projectFiles(`${root}/src/Spam`, root), 'Spam.fsproj')
    expect(found).toMatchObject({ name: 'Spam', license: 'Apache-2.0', version: '2' })
  })
})

describe('a .nuspec', () => {
  it('is read', async () => {
    const source = `<?xml version="1.0"?><package xmlns="http://schemas.example"><metadata>
      <id>Spam</id><version>$version$</version><description>Spam</description>
      <license type="expression">MIT</license><projectUrl>https://spam.example</projectUrl>
      <repository type="git" url="https://github.com/o/spam" /><readme>docs\\README.md</readme>
    </metadata></package>`
    const found = await readManifest(nuget, filesWith({ 'Spam.nuspec': source }), 'Spam.nuspec')
    expect(found).toMatchObject({
      name: 'Spam',
      description: 'Spam',
      license: 'MIT',
      homepage: 'https://spam.example',
      repository: { url: 'https://github.com/o/spam' },
      readme: 'docs/README.md',
    })
    expect(found).not.toHaveProperty('version')
  })

  it('has no licence that is a file', async () => {
    const source = '<package><metadata><id>a</id><license type="file">LICENSE</license></metadata></package>'
    expect(await readManifest(nuget, filesWith({ 'a.nuspec': source }), 'a.nuspec')).not.toHaveProperty('license')
  })
})

describe('a solution', () => {
  const sln =
    'Project("{FAE04EC0}") = "A", "src\\A\\A.csproj", "{1}"\nEndProject\nProject("{2}") = "docs", "docs", "{3}"\n'

  it('lists the folders of its projects, and packs nothing itself', async () => {
    const found = await readManifest(nuget, filesWith({ 'R.sln': sln }), 'R.sln')
    expect(found).toMatchObject({ ecosystem: 'nuget', private: true, members: ['src/A'] })
  })

  it('is read in its XML form', async () => {
    const slnx = '<Solution><Project Path="src/A/A.csproj" /><Project Path="src/B/B.fsproj" /></Solution>'
    expect((await readManifest(nuget, filesWith({ 'R.slnx': slnx }), 'R.slnx'))?.members).toEqual(['src/A', 'src/B'])
  })

  const project = (include: string, more = '') =>
    `<Project ${sdk}><PropertyGroup><PackageReadmeFile>README.md</PackageReadmeFile>${more}</PropertyGroup>
      <ItemGroup><None Include="${include}" Pack="true" PackagePath="/" /></ItemGroup></Project>`

  test.each([
    [
      'the README beside it',
      project('..\\..\\README.md'),
      { name: 'A', path: 'src/A/A.csproj', readme: 'README.md', private: false },
    ],
    [
      'the README beside it, from its own folder',
      project('$(MSBuildThisFileDirectory)..\\..\\README.md'),
      { name: 'A', readme: 'README.md', private: false },
    ],
    ['a README of its own', project('README.md'), { private: true }],
    [
      'the README beside it, and is not packed',
      project('../../README.md', '<IsPackable>false</IsPackable>'),
      { private: true },
    ],
    ['it without Pack', project('../../README.md').replace('Pack="true"', ''), { private: true }],
  ])('has a project that includes %s', async (_, source, facts) => {
    for (const root of ['R.sln', 'Directory.Build.props']) {
      const files = filesWith({
        'R.sln': sln,
        'Directory.Build.props': '<Project />',
        'src/A/A.csproj': source,
        'README.md': '',
      })
      expect(await readManifest(nuget, files, root)).toMatchObject({ ...facts, members: ['src/A'] })
    }
  })

  it('counts once where there are several', async () => {
    const files = filesWith({ 'R.sln': sln, 'S.sln': sln })
    expect(await readManifest(nuget, files, 'R.sln')).toBeDefined()
    expect(await readManifest(nuget, files, 'S.sln')).toBeUndefined()
  })
})

function read(source: string): Promise<Manifest | undefined> {
  return readManifest(nuget, filesWith({ 'Spam.csproj': source }), 'Spam.csproj')
}
