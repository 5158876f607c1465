"""What can go wrong with claims, and who can put it right.

    ClaimError
    ├── BadSlug             a slug that can't be used
    ├── SlugTaken           other words under a slug that is known
    ├── StoryTaken          a known document asked for in another story
    ├── UnknownDocument     no document of that slug
    ├── UnknownRevision     no revision of that number
    ├── UnknownClaim        no claim of that handle
    ├── UnknownSection      no section of that name in the document
    ├── UnknownStory        no document in that story
    ├── UnknownCorrection   no correction of that number
    ├── BadCorrection       a correction that lacks something, or can't be so
    ├── CorrectionClosed    a correction that was closed before
    ├── UnknownPlace        a place that a correction lacks, or that was dealt with
    ├── NotYetMended        closing a correction before what it decides was done
    ├── UnknownFigure       no figure of that name
    ├── AmbiguousFigure     a claim with several figures, and none of them named
    ├── UnknownQuantity     no quantity of that name
    ├── AmbiguousQuantity   several quantities of one name
    ├── OtherStory          figures of two stories in one decision
    ├── CannotMix           figures that can't measure one thing, whatever anybody says
    ├── NothingToDecide     a decision that would change nothing
    ├── UnknownDecision     no decision of that number, or one that can't be undone
    ├── UnknownCapture      no capture of that number
    ├── UnknownEvidence     no evidence of that number
    ├── BadEvidence         evidence that lacks something, or can't be so
    ├── QuoteNotFound       a quote that is not in the capture
    ├── AlreadyWithdrawn    evidence that no longer counts
    ├── UnknownContact      nobody was asked about the claim under that number
    ├── UnknownReply        nothing was put to anybody under that number
    ├── BadReply            a request for a reply, or what came of it, that can't be so
    ├── NothingToPack       captures of which nothing was kept
    ├── NotCaptured         a page that was to be checked and could not be had whole
    ├── UnknownSource       no source of that name or number
    ├── AmbiguousSource     several sources of one name
    ├── SourceKnown         a source that is known already, as something else
    ├── SourceProtected     more than a code name, of a protected source
    ├── BadSource           a source, or something said of it, that can't be so
    ├── UnknownFactCheck    no fact-check of others of that number
    ├── NoFactCheck         a file or page that holds no fact-check at all
    ├── BadRow              a row of an imported table that can't be taken as it is
    ├── UnknownGrade        a grade that is none of A to F
    ├── CannotMerge         sources that can't be made one, or are one already
    ├── UnknownMerge        no merge of that number, or one that can't be undone
    ├── UnknownVerdict      a verdict that the policy doesn't list
    ├── OwnText             a person was to judge or sign what they wrote
    ├── CannotSign          a signature on what waits for none
    ├── BadOutcome          an outcome that can't be asked for, or can't be called done
    ├── CannotRegroup       a split or join that can't be made as it was asked for
    ├── Regrouped           a claim to be judged that is other claims now
    ├── PolicyError         a policy that can't be used
    │   ├── BadPolicy       a policy file that can't be read, or asks for what can't be
    │   └── PolicyTaken     other words under a version that is known, or words that are in force
    ├── EmptyReason         a review or decision without its reason
    ├── NotAllowed          an override that the policy does not let that person make
    ├── NotReportedSpeech   the question whether it was said, of a claim that credits nobody
    ├── NotYours            a second check or a decision by somebody who has spoken already
    ├── NothingToReopen     opening a claim again that is open
    ├── NothingToSecond     a second check, or a decision between two, of nothing
    ├── BadPublicClaim      what is said of a public claim, or of where it appeared, that can't be so
    ├── AlreadyPublic       words that are rated already
    ├── UnknownTier         no tier of that name
    ├── UnknownSignOff      a sign-off that the policy doesn't ask for
    ├── NothingAsked        a search for no word
    ├── UnusableIndex       the index beside the ledger can't be read or written
    ├── NobodyNamed         an assignment to an empty name
    ├── NotAtWork           the end of work that nobody is at
    ├── EmptyNote           a note without words
    ├── BadWord             a word that is none of those there are to choose from
    ├── BadTime             a date or a time that can't be read, or a length of time
    ├── StoryMoved          the story grew while it was being computed
    └── ReaderEnded         a process that was reading ended before it was done

Each carries one plain sentence that names the thing and the next step.
"""

from __future__ import annotations


class ClaimError(Exception):
    """Anything that a person has to put right before a claim command can go on."""


class BadSlug(ClaimError):
    """A slug that can't be used."""


class SlugTaken(ClaimError):
    """Other words were offered under a slug that is known."""


class StoryTaken(ClaimError):
    """A known document was asked for in another story."""


class UnknownDocument(ClaimError):
    """There is no document of that slug."""


class UnknownRevision(ClaimError):
    """The document has no revision of that number."""


class UnknownClaim(ClaimError):
    """There is no claim of that handle."""


class UnknownSection(ClaimError):
    """The document has no section of that name."""


class UnknownStory(ClaimError):
    """There is no document in that story."""


class UnknownFigure(ClaimError):
    """There is no figure of that name."""


class AmbiguousFigure(ClaimError):
    """The claim has several figures, and none of them was named."""


class UnknownQuantity(ClaimError):
    """No quantity of the story has that name."""


class AmbiguousQuantity(ClaimError):
    """Several quantities of the story have that name."""


class OtherStory(ClaimError):
    """Figures of two stories were named in one decision."""


class CannotMix(ClaimError):
    """Figures were put together that can't measure one thing, as a share and a sum of money."""


class NothingToDecide(ClaimError):
    """The decision would leave everything as it is."""


class UnknownDecision(ClaimError):
    """There is no decision of that number, or it can't be undone."""


class UnknownCapture(ClaimError):
    """There is no capture of that number."""


class UnknownEvidence(ClaimError):
    """There is no evidence of that number."""


class BadEvidence(ClaimError):
    """Evidence lacks something that it needs, or can't be so."""


class QuoteNotFound(ClaimError):
    """The quote does not stand in the text of the capture."""


class AlreadyWithdrawn(ClaimError):
    """The evidence was withdrawn before."""


class UnknownContact(ClaimError):
    """Nobody was asked about the claim under that number."""


class UnknownReply(ClaimError):
    """Nothing was put to anybody under that number."""


class BadReply(ClaimError):
    """A request for a reply, or what is said to have come of it, can't be so."""


class NothingToPack(ClaimError):
    """Nothing was kept of the captures that were to be packed."""


class NotCaptured(ClaimError):
    """A page that was to be checked could not be had whole, or there are no words in it."""


class UnknownSource(ClaimError):
    """There is no source of that name or number."""


class AmbiguousSource(ClaimError):
    """Several sources go by that name."""


class SourceKnown(ClaimError):
    """A source is known already, and something else was said of it."""


class SourceProtected(ClaimError):
    """More than a code name was offered of a protected source, or it would be made known."""


class BadSource(ClaimError):
    """A source, or something said of it, can't be so."""


class UnknownFactCheck(ClaimError):
    """There is no fact-check of others of that number."""


class NoFactCheck(ClaimError):
    """A file or page holds no fact-check at all."""


class BadRow(ClaimError):
    """A row of an imported table says something that can't be taken as it is."""


class UnknownGrade(ClaimError):
    """A grade is none of A to F."""


class CannotMerge(ClaimError):
    """Sources can't be made one, or are one already."""


class UnknownMerge(ClaimError):
    """There is no merge of that number, or it can't be undone."""


class UnknownVerdict(ClaimError):
    """The policy doesn't list that verdict."""


class OwnText(ClaimError):
    """A person was to judge, override or sign in a text that they wrote themselves."""


class CannotSign(ClaimError):
    """What was to be signed is not there, or is nothing that the machine suggested to leave unchecked."""


class BadOutcome(ClaimError):
    """An outcome can't be asked of the claim, or can't be ended as somebody says."""


class CannotRegroup(ClaimError):
    """A claim can't be split, joined with others, or taken for furniture as somebody asked."""


class Regrouped(ClaimError):
    """A claim was to be judged that was split, joined with others or taken for furniture."""


class PolicyError(ClaimError):
    """A policy can't be used."""


class BadPolicy(PolicyError):
    """A policy file can't be read, or asks for something that can't be."""


class PolicyTaken(PolicyError):
    """Another policy has that version, or these very words are in force already."""


class NotAllowed(ClaimError):
    """The policy does not let that person override."""


class NotReportedSpeech(ClaimError):
    """It was asked whether something was said, of a claim that credits nobody."""


class NotYours(ClaimError):
    """Somebody who has given a verdict already can't be the second person, or decide between two."""


class NothingToReopen(ClaimError):
    """A claim was to be opened again that is open."""


class NothingToSecond(ClaimError):
    """There is no verdict that a second one could check, or no two between which to decide."""


class BadPublicClaim(ClaimError):
    """What was said of a public claim, or of where it appeared, can't be so."""


class AlreadyPublic(ClaimError):
    """The very words are rated already, as another claim."""


class UnknownTier(ClaimError):
    """There is no tier of that name."""


class UnknownSignOff(ClaimError):
    """The policy asks for no sign-off of that name."""


class UnknownCorrection(ClaimError):
    """There is no correction of that number."""


class BadCorrection(ClaimError):
    """A request for a correction, or what was decided about it, lacks something or can't be so."""


class CorrectionClosed(ClaimError):
    """A correction was closed before, and stays closed."""


class UnknownPlace(ClaimError):
    """A correction has no place of that number, or it was dealt with before."""


class NotYetMended(ClaimError):
    """A correction was to be closed before what it decides was done."""


class EmptyReason(ClaimError):
    """A review or decision came without its reason."""


class NothingAsked(ClaimError):
    """Somebody searched, and what they typed holds no word or number."""


class UnusableIndex(ClaimError):
    """The index beside the ledger can't be read or written; it can be thrown away."""


class NobodyNamed(ClaimError):
    """A claim was to be assigned to an empty name."""


class NotAtWork(ClaimError):
    """Somebody was to stop working on a claim that they are not at."""


class EmptyNote(ClaimError):
    """A note came without words."""


class BadWord(ClaimError):
    """A word is none of those that there are to choose from."""


class BadTime(ClaimError):
    """A date, a time or a length of time can't be read, or is on the wrong side of now."""


class StoryMoved(ClaimError):
    """Another command changed the story while it was being computed; computing again is the answer."""


class ReaderEnded(ClaimError):
    """A process that was reading lines was ended from outside, or for lack of memory."""
