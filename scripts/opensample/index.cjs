// Opens Broadsheet's view with the sample edition as soon as VS Code is up.

const vscode = require('vscode');

exports.activate = async () => {
  await vscode.commands.executeCommand('workbench.view.extension.broadsheet');
  await vscode.commands.executeCommand('broadsheet.openSample');
};
