/** What is said of a map that does not go whole into a Mermaid diagram. */
export const enLeftOut = {
  export: {
    mermaidLacks:
      'Mermaid has no place for {{list}}: they are not in the file. A journey file (JSON) holds the whole map.',
    leftOut: {
      channels: 'channels',
      devices: 'devices',
      departments: 'departments',
      steps: 'names of steps',
      cards: 'cards of lanes',
      ways: 'branches and ways back',
      verdicts: 'gaps and what was judged smooth',
      opportunities: 'opportunities',
      evidence: 'evidence',
      measurements: 'measurements',
      details: 'descriptions and owners',
    },
  },
} as const;
