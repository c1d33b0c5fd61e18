// Asks axe, and tells in short what it found and what it could not decide.
async ({tags, leftOut, reviewed, pardoned}) => {
  const options = {runOnly: {type: 'tag', values: tags}, resultTypes: ['violations', 'incomplete']};
  const answer = await axe.run({include: [['html']], exclude: leftOut.map((one) => [one])}, options);
  const tell = (kind, rules) => rules.flatMap((rule) => rule.nodes.filter(
    (node) => node.target.join(' ') !== pardoned[rule.id]
  ).map(
    (node) => `${kind} ${rule.id} ${node.target.join(' ')}: ${
      [...node.any, ...node.all, ...node.none].map((check) => check.message).join('; ')}`
  ));
  const open = answer.incomplete.filter((rule) => !reviewed.includes(rule.id));
  return [...tell('violation', answer.violations), ...tell('incomplete', open)];
}
