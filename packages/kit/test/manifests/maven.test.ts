import { describe, expect, it, test } from 'vitest'
import { readManifest } from '../../src/manifests/manifest.ts'
import { maven } from '../../src/manifests/maven.ts'
import type { Manifest } from '../../src/project.ts'
import { filesWith } from '../folders.ts'

describe('pom.xml', () => {
  it('is read, with its properties inserted', async () => {
    const found = await readPom(`
<!-- <groupId>com.comment</groupId> -->
<groupId>com.example</groupId>
<artifactId>spam</artifactId>
<version>\${revision}</version>
<description>Spam &amp; eggs</description>
<url>https://spam.example/\${project.artifactId}</url>
<properties><revision>1.2.\${patch}</revision><patch>3</patch></properties>
<licenses><license><name>Apache-2.0</name></license></licenses>
<scm><url>https://github.com/o/\${project.artifactId}/tree/main</url></scm>
<issueManagement><url>https://github.com/o/spam/issues</url></issueManagement>
<modules><module>core</module><module>extra/more</module></modules>
<build><plugins><plugin><groupId>other</groupId><artifactId>other</artifactId></plugin></plugins></build>`)
    expect(found).toMatchObject({
      ecosystem: 'maven',
      name: 'com.example:spam',
      version: '1.2.3',
      description: 'Spam & eggs',
      license: 'Apache-2.0',
      private: false,
      homepage: 'https://spam.example/spam',
      repository: { url: 'https://github.com/o/spam' },
      issues: 'https://github.com/o/spam/issues',
      members: ['core', 'extra/more'],
    })
  })

  it('takes the group and the version from its parent', async () => {
    const parent = '<parent><groupId>com.parent</groupId><artifactId>p</artifactId><version>7</version></parent>'
    expect(await readPom(`${parent}<artifactId>spam</artifactId>`)).toMatchObject({
      name: 'com.parent:spam',
      version: '7',
    })
  })

  it('leaves out what it cannot resolve', async () => {
    const found = await readPom(
      `<artifactId>spam</artifactId><version>\${unknown}</version><url>https://\${host}/</url>`,
    )
    for (const fact of ['name', 'version', 'homepage']) expect(found).not.toHaveProperty(fact)
  })

  test.each([
    ['<scm><connection>scm:git:git@github.com:o/r.git</connection></scm>', 'https://github.com/o/r'],
    ['<scm><connection>scm:svn:https://svn.example.com/r</connection></scm>', undefined],
  ])('with %s has the repository %s', async (scm, url) => {
    expect((await readPom(`<artifactId>a</artifactId>${scm}`))?.repository?.url).toBe(url)
  })

  it('is private where it is not deployed', async () => {
    const skip = '<properties><maven.deploy.skip>true</maven.deploy.skip></properties>'
    expect((await readPom(`<artifactId>a</artifactId>${skip}`))?.private).toBe(true)
  })

  test.each(['', '<project>', 'not XML', '<other><artifactId>a</artifactId></other>', '<project></artifactId>'])(
    'declares nothing in %j',
    async (source) => {
      expect(await readManifest(maven, filesWith({ 'pom.xml': source }), 'pom.xml')).toBeUndefined()
    },
  )

  it('does not expand entities of its own', async () => {
    const source = '<!DOCTYPE p [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]><project><artifactId>x&b;</artifactId></project>'
    const found = await readManifest(
      maven,
      filesWith({ 'pom.xml': source.replace('<artifactId>', '<groupId>g</groupId><artifactId>') }),
      'pom.xml',
    )
    expect(found?.name).toBe('g:x&b;')
  })
})

describe('a Gradle build', () => {
  test.each([
    [
      {
        'build.gradle.kts': 'plugins { `java-library` }\ngroup = "com.example"\nversion = "1.0"\n',
        'settings.gradle.kts': 'rootProject.name = "spam"\ninclude(":core", ":extra:more")\n',
        'src/main/Spam.kt': '',
      },
      { name: 'com.example:spam', version: '1.0', private: false, members: ['core', 'extra/more'] },
    ],
    [
      {
        'build.gradle': "group 'com.example'\nversion '1.0'\n",
        'settings.gradle': "rootProject.name = 'spam'\ninclude 'core', 'extra'\ninclude 'last'",
      },
      // Only modules: there is nothing at the root to publish.
      { name: 'com.example:spam', version: '1.0', private: true, members: ['core', 'extra', 'last'] },
    ],
    [
      {
        'build.gradle.kts': '',
        'gradle.properties':
          'GROUP=com.example\nVERSION_NAME=2.0\nPOM_ARTIFACT_ID=spam\nPOM_URL=https://spam.example\nPOM_SCM_URL=https://github.com/o/spam\n',
      },
      {
        name: 'com.example:spam',
        version: '2.0',
        homepage: 'https://spam.example',
        repository: expect.objectContaining({ url: 'https://github.com/o/spam' }),
      },
    ],
  ])('is read where it is plain: %j', async (files, expected) => {
    expect(await readManifest(maven, filesWith(files), Object.keys(files)[0] ?? '')).toMatchObject(expected)
  })

  test.each([
    'group = project.findProperty("group")',
    'group = "com.$name"',
    '// group = "com.example"',
    'subprojects {\n  group = "com.example"\n}',
    'group = "com.example"\ngradlePlugin {\n}',
    'group = "com.example"\ndependencies {\n  intellijPlatform {\n  }\n}',
    'group = "com.example"\nintellij {\n}',
    'group = "com.example"\nminecraft {\n}',
    'group = "com.example"\nloom {\n}',
    '',
  ])('has no name and is private with %j', async (source) => {
    const files = filesWith({ 'build.gradle.kts': source, 'settings.gradle.kts': 'rootProject.name = "spam"' })
    const found = await readManifest(maven, files, 'build.gradle.kts')
    expect(found).toMatchObject({ ecosystem: 'maven', private: true })
    expect(found).not.toHaveProperty('name')
  })

  test('has no name where its settings have a title', async () => {
    const files = filesWith({
      'build.gradle': "group 'com.example'",
      'settings.gradle': "rootProject.name = 'My Spam'",
    })
    expect(await readManifest(maven, files, 'build.gradle')).not.toHaveProperty('name')
  })
})

function readPom(content: string): Promise<Manifest | undefined> {
  const xmlns = 'http://maven.apache.org/POM/4.0.0'
  const source = `<?xml version="1.0"?>\n<project xmlns="${xmlns}">${content}</project>`
  return readManifest(maven, filesWith({ 'pom.xml': source }), 'pom.xml')
}
