// What each diagnostic code is about, as far as JSON Schema is concerned. Every code of engine/text/codes.cpp is here
// once; a code that is not fails the check.

// Shape: fields that are missing or unknown, and values of another sort. The schema must refuse these too.
export const shape = [
  'E101', 'E110', 'E111', 'E112', 'E113', 'E114', 'E115', 'E116', 'E117', 'E303', 'E403', 'E419', 'E601', 'E623',
  'E628', 'E629', 'E670', 'E732',
];

// Beyond shape: what names exist, what conditions mean, how a story runs. The schema must accept what has only these.
export const beyond = [
  'E102', 'E103', 'E104', 'E105', 'E106', 'E107', 'E108', 'E109', 'E118', 'E119', 'E123', 'E124', 'E125', 'E126',
  'E127', 'E201', 'E202', 'E203', 'E204', 'E205', 'E206', 'E207', 'E208', 'E209', 'E210', 'E211', 'E301', 'E302',
  'E304', 'E305', 'E306', 'E307', 'E308', 'E309', 'E310', 'E311', 'E401', 'E402', 'E404', 'E405', 'E406', 'E407',
  'E408', 'E409', 'E410', 'E411', 'E412', 'E413', 'E414', 'E415', 'E416', 'E417', 'E420', 'E421', 'E422', 'E423',
  'E424', 'E425', 'E426', 'E427', 'E428', 'E602', 'E603', 'E604', 'E605', 'E606', 'E607', 'E608', 'E609', 'E610',
  'E611', 'E612', 'E613', 'E614', 'E615', 'E616', 'E617', 'E618', 'E619', 'E620', 'E621', 'E622', 'E624', 'E625',
  'E626', 'E627', 'E630', 'E733', 'E734', 'E640', 'E641', 'E642', 'E643', 'E650', 'E651', 'E652', 'E653', 'E654', 'E655', 'E656', 'E657', 'E658',
  'E659', 'E671', 'E672', 'E673', 'E674', 'E675', 'E676', 'E735', 'E736',
];

// Both: a measure may be a word that does not exist, which is shape, or a set that is none, which is a type.
// A credit may look like one and be none, and so may what a report says it is.
export const either = ['E418', 'E730', 'E731'];

// Never about a file that a schema is for: bytes and YAML, Twine stories, logs, seals. Warnings are beyond.
export const elsewhere = /^(E0\d\d|E66\d|E70\d|E72\d|E74\d|E75\d|W\d\d\d)$/;
