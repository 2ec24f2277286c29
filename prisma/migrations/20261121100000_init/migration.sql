CREATE EXTENSION IF NOT EXISTS pg_trgm;

-- CreateEnum
CREATE TYPE "MailState" AS ENUM ('QUEUED', 'SENT', 'FAILED');

-- CreateEnum
CREATE TYPE "AssociationState" AS ENUM ('OPEN', 'CUSTODY', 'CLOSED');

-- CreateEnum
CREATE TYPE "EntryMode" AS ENUM ('OPEN', 'APPLICATION', 'INVITATION');

-- CreateEnum
CREATE TYPE "ClauseKind" AS ENUM ('VALUE', 'RULE', 'COMMITMENT');

-- CreateEnum
CREATE TYPE "Period" AS ENUM ('MONTH', 'QUARTER', 'YEAR');

-- CreateEnum
CREATE TYPE "ContributionState" AS ENUM ('DECLARED', 'CONFIRMED', 'LAPSED');

-- CreateEnum
CREATE TYPE "CommitmentState" AS ENUM ('OPEN', 'KEPT', 'PARTLY', 'RELEASED', 'MISSED');

-- CreateEnum
CREATE TYPE "DirectoryClass" AS ENUM ('VISITOR', 'MEMBER');

-- CreateEnum
CREATE TYPE "ProfileField" AS ENUM ('PHOTO', 'PLACE', 'LANGUAGES', 'ABOUT', 'STORY', 'VALUE_BROUGHT', 'COMPETENCES', 'OFFERS', 'ASKS', 'AUDIENCE', 'VALUES', 'VISION', 'MEMBERSHIPS', 'EMAIL');

-- CreateEnum
CREATE TYPE "Audience" AS ENUM ('PUBLIC', 'MEMBERS', 'SHARED_ASSOCIATIONS', 'CONNECTED', 'AFTER_MEETING', 'ONLY_ME');

-- CreateEnum
CREATE TYPE "ExchangeSide" AS ENUM ('OFFER', 'ASK');

-- CreateEnum
CREATE TYPE "ExchangeKind" AS ENUM ('SKILL', 'TIME', 'LISTENING', 'CONTACT', 'INFORMATION', 'RESOURCE', 'OPPORTUNITY');

-- CreateEnum
CREATE TYPE "MembershipState" AS ENUM ('ACTIVE', 'PAUSED', 'LEFT', 'EXCLUDED');

-- CreateEnum
CREATE TYPE "Door" AS ENUM ('OPEN', 'APPLICATION', 'INVITATION', 'FOUNDER');

-- CreateEnum
CREATE TYPE "ApplicationState" AS ENUM ('PENDING', 'ACCEPTED', 'DECLINED', 'WITHDRAWN', 'EXPIRED');

-- CreateEnum
CREATE TYPE "Stance" AS ENUM ('SHARED', 'ADOPTED', 'NOT_MINE');

-- CreateEnum
CREATE TYPE "ParticipationKind" AS ENUM ('TIME', 'SKILL', 'CONTACT', 'INFORMATION', 'RESOURCE', 'LISTENING');

-- CreateEnum
CREATE TYPE "Decision" AS ENUM ('ADMIT', 'DECLINE');

-- CreateEnum
CREATE TYPE "DeclineReason" AS ENUM ('VALUES', 'PARTICIPATION', 'ANSWERS', 'CAPACITY', 'OTHER');

-- CreateEnum
CREATE TYPE "Role" AS ENUM ('STEWARD', 'WELCOMER');

-- CreateEnum
CREATE TYPE "RoleState" AS ENUM ('OFFERED', 'REFUSED', 'HELD', 'ENDED');

-- CreateEnum
CREATE TYPE "ProjectKind" AS ENUM ('THEMATIC', 'PERSONAL', 'PROFESSIONAL');

-- CreateEnum
CREATE TYPE "ProjectState" AS ENUM ('IDEA', 'PROPOSED', 'FEASIBILITY', 'ACTIVE', 'SUSPENDED', 'COMPLETED', 'ABANDONED');

-- CreateEnum
CREATE TYPE "NeedKind" AS ENUM ('ROLE', 'CONTACT', 'INFORMATION', 'RESOURCE');

-- CreateEnum
CREATE TYPE "Brings" AS ENUM ('COMPETENCE', 'CONTACT');

-- CreateEnum
CREATE TYPE "NeedOfferState" AS ENUM ('WAITING', 'QUEUED', 'ACCEPTED', 'DECLINED', 'WITHDRAWN');

-- CreateTable
CREATE TABLE "Account" (
    "id" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "emailVerifiedAt" TIMESTAMPTZ(3),
    "passwordHash" TEXT,
    "locale" TEXT NOT NULL DEFAULT 'it',
    "suspendedAt" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Account_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Session" (
    "id" UUID NOT NULL,
    "tokenHash" TEXT NOT NULL,
    "accountId" UUID NOT NULL,
    "userAgent" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "lastSeenAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "VerificationToken" (
    "identifier" TEXT NOT NULL,
    "token" TEXT NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "VerificationToken_pkey" PRIMARY KEY ("identifier","token")
);

-- CreateTable
CREATE TABLE "SignUp" (
    "email" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "locale" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "SignUp_pkey" PRIMARY KEY ("email")
);

-- CreateTable
CREATE TABLE "TermsAcceptance" (
    "accountId" UUID NOT NULL,
    "document" TEXT NOT NULL,
    "version" TEXT NOT NULL,
    "hash" TEXT NOT NULL,
    "acceptedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "TermsAcceptance_pkey" PRIMARY KEY ("accountId","document","version")
);

-- CreateTable
CREATE TABLE "Throttle" (
    "key" TEXT NOT NULL,
    "windowAt" TIMESTAMPTZ(3) NOT NULL,
    "count" INTEGER NOT NULL,

    CONSTRAINT "Throttle_pkey" PRIMARY KEY ("key","windowAt")
);

-- CreateTable
CREATE TABLE "FormKey" (
    "key" UUID NOT NULL,
    "accountId" UUID NOT NULL,
    "outcome" JSONB NOT NULL,
    "spentAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "FormKey_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "OutboxMail" (
    "id" UUID NOT NULL,
    "recipient" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "locale" TEXT NOT NULL,
    "state" "MailState" NOT NULL DEFAULT 'QUEUED',
    "uniqueKey" TEXT,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "lastError" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "sentAt" TIMESTAMPTZ(3),

    CONSTRAINT "OutboxMail_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Activity" (
    "id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "actorId" UUID,
    "memberId" UUID,
    "associationId" UUID,
    "projectId" UUID,
    "subjectId" UUID NOT NULL,
    "data" JSONB NOT NULL DEFAULT '{}',
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Activity_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Association" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "tagline" TEXT NOT NULL,
    "purpose" TEXT NOT NULL,
    "forWhom" TEXT NOT NULL,
    "weDo" TEXT[],
    "weDoNot" TEXT[],
    "contentLocale" TEXT NOT NULL DEFAULT 'it',
    "state" "AssociationState" NOT NULL DEFAULT 'OPEN',
    "entry" "EntryMode" NOT NULL,
    "decidersRequired" INTEGER NOT NULL DEFAULT 1,
    "memberLimit" INTEGER,
    "reapplyCooldownDays" INTEGER NOT NULL DEFAULT 30,
    "decisionDays" INTEGER NOT NULL DEFAULT 30,
    "founderId" UUID,
    "foundedAt" TIMESTAMPTZ(3) NOT NULL,
    "custodySince" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Association_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "AssociationPlace" (
    "associationId" UUID NOT NULL,
    "placeSlug" TEXT NOT NULL,
    "position" INTEGER NOT NULL,

    CONSTRAINT "AssociationPlace_pkey" PRIMARY KEY ("associationId","placeSlug")
);

-- CreateTable
CREATE TABLE "Charter" (
    "id" UUID NOT NULL,
    "associationId" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "hash" TEXT NOT NULL,
    "publishedAt" TIMESTAMPTZ(3) NOT NULL,
    "minMinutes" INTEGER,
    "minPeriod" "Period",
    "ruleNote" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "Charter_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "CharterValue" (
    "id" UUID NOT NULL,
    "charterId" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "valueSlug" TEXT,
    "name" TEXT NOT NULL DEFAULT '',
    "meaning" TEXT NOT NULL,
    "shownBy" TEXT NOT NULL,

    CONSTRAINT "CharterValue_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Clause" (
    "id" UUID NOT NULL,
    "charterId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "kind" "ClauseKind" NOT NULL,
    "text" TEXT NOT NULL,

    CONSTRAINT "Clause_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Question" (
    "id" UUID NOT NULL,
    "associationId" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "text" TEXT NOT NULL,
    "isRequired" BOOLEAN NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "retiredAt" TIMESTAMPTZ(3),

    CONSTRAINT "Question_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Contribution" (
    "id" UUID NOT NULL,
    "memberId" UUID NOT NULL,
    "projectId" UUID,
    "associationId" UUID,
    "kind" "ParticipationKind" NOT NULL,
    "title" TEXT NOT NULL,
    "locale" TEXT NOT NULL DEFAULT 'it',
    "minutes" INTEGER,
    "doneOn" DATE NOT NULL,
    "state" "ContributionState" NOT NULL DEFAULT 'DECLARED',
    "declaredAt" TIMESTAMPTZ(3) NOT NULL,
    "confirmedById" UUID,
    "confirmedAt" TIMESTAMPTZ(3),
    "valueSlug" TEXT,

    CONSTRAINT "Contribution_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Commitment" (
    "id" UUID NOT NULL,
    "memberId" UUID,
    "associationId" UUID,
    "projectId" UUID,
    "text" TEXT NOT NULL,
    "locale" TEXT NOT NULL DEFAULT 'it',
    "dueOn" DATE,
    "state" "CommitmentState" NOT NULL DEFAULT 'OPEN',
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "closedAt" TIMESTAMPTZ(3),
    "note" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "Commitment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "DirectoryEntry" (
    "memberId" UUID NOT NULL,
    "viewer" "DirectoryClass" NOT NULL,
    "handle" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "headline" TEXT NOT NULL,
    "placeSlug" TEXT,
    "provinceCode" TEXT,
    "regionSlug" TEXT,
    "competenceIds" INTEGER[],
    "offerIds" INTEGER[],
    "askIds" INTEGER[],
    "card" JSONB NOT NULL,
    "nameText" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "DirectoryEntry_pkey" PRIMARY KEY ("viewer","memberId")
);

-- CreateTable
CREATE TABLE "Member" (
    "id" UUID NOT NULL,
    "accountId" UUID,
    "handle" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "headline" TEXT NOT NULL DEFAULT '',
    "about" TEXT NOT NULL DEFAULT '',
    "story" TEXT NOT NULL DEFAULT '',
    "valueBrought" TEXT NOT NULL DEFAULT '',
    "audience" TEXT NOT NULL DEFAULT '',
    "vision" TEXT NOT NULL DEFAULT '',
    "contentLocale" TEXT NOT NULL DEFAULT 'it',
    "placeSlug" TEXT,
    "languages" TEXT[],
    "photoId" UUID,
    "isListed" BOOLEAN NOT NULL DEFAULT true,
    "isPublic" BOOLEAN NOT NULL DEFAULT false,
    "isIndexed" BOOLEAN NOT NULL DEFAULT false,
    "welcomeStep" INTEGER DEFAULT 1,
    "joinedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Member_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "MemberFieldAudience" (
    "memberId" UUID NOT NULL,
    "field" "ProfileField" NOT NULL,
    "audience" "Audience" NOT NULL,

    CONSTRAINT "MemberFieldAudience_pkey" PRIMARY KEY ("memberId","field")
);

-- CreateTable
CREATE TABLE "MemberCompetence" (
    "memberId" UUID NOT NULL,
    "competenceId" INTEGER NOT NULL,
    "level" INTEGER NOT NULL,
    "position" INTEGER NOT NULL,

    CONSTRAINT "MemberCompetence_pkey" PRIMARY KEY ("memberId","competenceId")
);

-- CreateTable
CREATE TABLE "Exchange" (
    "id" UUID NOT NULL,
    "memberId" UUID NOT NULL,
    "side" "ExchangeSide" NOT NULL,
    "kind" "ExchangeKind" NOT NULL,
    "title" TEXT NOT NULL,
    "locale" TEXT NOT NULL DEFAULT 'it',
    "competenceId" INTEGER,
    "untilOn" DATE,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "withdrawnAt" TIMESTAMPTZ(3),

    CONSTRAINT "Exchange_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "MemberValue" (
    "memberId" UUID NOT NULL,
    "valueSlug" TEXT NOT NULL,
    "position" INTEGER NOT NULL,

    CONSTRAINT "MemberValue_pkey" PRIMARY KEY ("memberId","valueSlug")
);

-- CreateTable
CREATE TABLE "File" (
    "id" UUID NOT NULL,
    "ownerId" UUID NOT NULL,
    "sha256" TEXT NOT NULL,
    "mime" TEXT NOT NULL,
    "bytes" BYTEA NOT NULL,
    "width" INTEGER NOT NULL,
    "height" INTEGER NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "File_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Membership" (
    "id" UUID NOT NULL,
    "associationId" UUID NOT NULL,
    "memberId" UUID NOT NULL,
    "state" "MembershipState" NOT NULL,
    "stateSince" TIMESTAMPTZ(3) NOT NULL,
    "firstJoinedAt" TIMESTAMPTZ(3) NOT NULL,
    "isVisible" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "Membership_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "MembershipEvent" (
    "id" UUID NOT NULL,
    "membershipId" UUID NOT NULL,
    "from" "MembershipState",
    "to" "MembershipState" NOT NULL,
    "door" "Door",
    "actorId" UUID,
    "reason" TEXT NOT NULL DEFAULT '',
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "MembershipEvent_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Application" (
    "id" UUID NOT NULL,
    "associationId" UUID NOT NULL,
    "memberId" UUID NOT NULL,
    "door" "Door" NOT NULL,
    "state" "ApplicationState" NOT NULL DEFAULT 'PENDING',
    "charterId" UUID NOT NULL,
    "charterHash" TEXT NOT NULL,
    "motivation" TEXT NOT NULL DEFAULT '',
    "kinds" "ParticipationKind"[],
    "isListening" BOOLEAN NOT NULL DEFAULT false,
    "minutesPerPeriod" INTEGER,
    "period" "Period",
    "untilOn" DATE NOT NULL,
    "statement" TEXT NOT NULL DEFAULT '',
    "locale" TEXT NOT NULL DEFAULT 'it',
    "invitationId" UUID,
    "submittedAt" TIMESTAMPTZ(3) NOT NULL,
    "answerBy" TIMESTAMPTZ(3),
    "closedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Application_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ApplicationStance" (
    "applicationId" UUID NOT NULL,
    "charterValueId" UUID NOT NULL,
    "stance" "Stance" NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "ApplicationStance_pkey" PRIMARY KEY ("applicationId","charterValueId")
);

-- CreateTable
CREATE TABLE "ApplicationAnswer" (
    "applicationId" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "questionId" UUID,
    "question" TEXT NOT NULL,
    "isRequired" BOOLEAN NOT NULL,
    "text" TEXT NOT NULL,

    CONSTRAINT "ApplicationAnswer_pkey" PRIMARY KEY ("applicationId","position")
);

-- CreateTable
CREATE TABLE "ApplicationDecision" (
    "id" UUID NOT NULL,
    "applicationId" UUID NOT NULL,
    "deciderId" UUID NOT NULL,
    "outcome" "Decision" NOT NULL,
    "reason" "DeclineReason",
    "message" TEXT NOT NULL DEFAULT '',
    "clauseId" UUID,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "ApplicationDecision_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Invitation" (
    "id" UUID NOT NULL,
    "associationId" UUID NOT NULL,
    "memberId" UUID NOT NULL,
    "inviterId" UUID NOT NULL,
    "reason" TEXT NOT NULL,
    "state" "ApplicationState" NOT NULL DEFAULT 'PENDING',
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "closedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Invitation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Pledge" (
    "id" UUID NOT NULL,
    "membershipId" UUID NOT NULL,
    "applicationId" UUID,
    "charterId" UUID NOT NULL,
    "charterHash" TEXT NOT NULL,
    "kinds" "ParticipationKind"[],
    "isListening" BOOLEAN NOT NULL,
    "minutesPerPeriod" INTEGER,
    "period" "Period",
    "untilOn" DATE NOT NULL,
    "statement" TEXT NOT NULL,
    "acceptedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Pledge_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "RoleGrant" (
    "id" UUID NOT NULL,
    "membershipId" UUID NOT NULL,
    "role" "Role" NOT NULL,
    "state" "RoleState" NOT NULL DEFAULT 'OFFERED',
    "grantedById" UUID,
    "grantedAt" TIMESTAMPTZ(3) NOT NULL,
    "acceptedAt" TIMESTAMPTZ(3),
    "endedAt" TIMESTAMPTZ(3),
    "endedById" UUID,

    CONSTRAINT "RoleGrant_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Notification" (
    "id" UUID NOT NULL,
    "memberId" UUID NOT NULL,
    "activityId" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "readAt" TIMESTAMPTZ(3),

    CONSTRAINT "Notification_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "NotificationPreference" (
    "memberId" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "byMail" BOOLEAN NOT NULL,

    CONSTRAINT "NotificationPreference_pkey" PRIMARY KEY ("memberId","kind")
);

-- CreateTable
CREATE TABLE "Project" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "associationId" UUID,
    "ownerId" UUID,
    "kind" "ProjectKind" NOT NULL,
    "state" "ProjectState" NOT NULL DEFAULT 'PROPOSED',
    "purpose" TEXT NOT NULL,
    "description" TEXT NOT NULL DEFAULT '',
    "forWhom" TEXT NOT NULL DEFAULT '',
    "contentLocale" TEXT NOT NULL DEFAULT 'it',
    "placeSlug" TEXT,
    "isMembersOnly" BOOLEAN NOT NULL DEFAULT false,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "startedAt" TIMESTAMPTZ(3),
    "concludedAt" TIMESTAMPTZ(3),
    "result" TEXT NOT NULL DEFAULT '',
    "resultUrl" TEXT,

    CONSTRAINT "Project_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ProjectTransition" (
    "id" UUID NOT NULL,
    "projectId" UUID NOT NULL,
    "from" "ProjectState",
    "to" "ProjectState" NOT NULL,
    "actorId" UUID,
    "note" TEXT NOT NULL DEFAULT '',
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "ProjectTransition_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Deliverable" (
    "id" UUID NOT NULL,
    "projectId" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "dueOn" DATE,
    "doneOn" DATE,

    CONSTRAINT "Deliverable_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Need" (
    "id" UUID NOT NULL,
    "projectId" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "kind" "NeedKind" NOT NULL,
    "title" TEXT NOT NULL,
    "competenceId" INTEGER,
    "seats" INTEGER NOT NULL,
    "isCritical" BOOLEAN NOT NULL,
    "dueOn" DATE,
    "minutes" INTEGER,

    CONSTRAINT "Need_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "NeedOffer" (
    "id" UUID NOT NULL,
    "needId" UUID NOT NULL,
    "memberId" UUID NOT NULL,
    "brings" "Brings" NOT NULL,
    "competenceId" INTEGER,
    "contact" TEXT NOT NULL DEFAULT '',
    "message" TEXT NOT NULL DEFAULT '',
    "minutes" INTEGER,
    "state" "NeedOfferState" NOT NULL DEFAULT 'WAITING',
    "offeredAt" TIMESTAMPTZ(3) NOT NULL,
    "decidedAt" TIMESTAMPTZ(3),
    "decidedById" UUID,
    "closedAt" TIMESTAMPTZ(3),

    CONSTRAINT "NeedOffer_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Competence" (
    "id" SERIAL NOT NULL,
    "slug" TEXT NOT NULL,
    "areaSlug" TEXT NOT NULL,
    "parentSlug" TEXT,

    CONSTRAINT "Competence_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Place" (
    "slug" TEXT NOT NULL,
    "provinceCode" TEXT NOT NULL,
    "regionSlug" TEXT NOT NULL,
    "latitude" DOUBLE PRECISION NOT NULL,
    "longitude" DOUBLE PRECISION NOT NULL,

    CONSTRAINT "Place_pkey" PRIMARY KEY ("slug")
);

-- CreateTable
CREATE TABLE "Value" (
    "slug" TEXT NOT NULL,

    CONSTRAINT "Value_pkey" PRIMARY KEY ("slug")
);

-- CreateIndex
CREATE UNIQUE INDEX "Account_email_key" ON "Account"("email");

-- CreateIndex
CREATE UNIQUE INDEX "Session_tokenHash_key" ON "Session"("tokenHash");

-- CreateIndex
CREATE INDEX "Session_accountId_idx" ON "Session"("accountId");

-- CreateIndex
CREATE INDEX "Session_expiresAt_idx" ON "Session"("expiresAt");

-- CreateIndex
CREATE INDEX "VerificationToken_expiresAt_idx" ON "VerificationToken"("expiresAt");

-- CreateIndex
CREATE INDEX "Throttle_windowAt_idx" ON "Throttle"("windowAt");

-- CreateIndex
CREATE INDEX "FormKey_spentAt_idx" ON "FormKey"("spentAt");

-- CreateIndex
CREATE UNIQUE INDEX "OutboxMail_uniqueKey_key" ON "OutboxMail"("uniqueKey");

-- CreateIndex
CREATE INDEX "OutboxMail_state_createdAt_idx" ON "OutboxMail"("state", "createdAt");

-- CreateIndex
CREATE INDEX "Activity_associationId_at_idx" ON "Activity"("associationId", "at");

-- CreateIndex
CREATE INDEX "Activity_projectId_at_idx" ON "Activity"("projectId", "at");

-- CreateIndex
CREATE INDEX "Activity_memberId_at_idx" ON "Activity"("memberId", "at");

-- CreateIndex
CREATE INDEX "Activity_actorId_at_idx" ON "Activity"("actorId", "at");

-- CreateIndex
CREATE UNIQUE INDEX "Association_slug_key" ON "Association"("slug");

-- CreateIndex
CREATE INDEX "Association_state_name_idx" ON "Association"("state", "name");

-- CreateIndex
CREATE UNIQUE INDEX "Charter_associationId_version_key" ON "Charter"("associationId", "version");

-- CreateIndex
CREATE UNIQUE INDEX "Charter_associationId_hash_key" ON "Charter"("associationId", "hash");

-- CreateIndex
CREATE UNIQUE INDEX "CharterValue_charterId_position_key" ON "CharterValue"("charterId", "position");

-- CreateIndex
CREATE UNIQUE INDEX "Clause_charterId_number_key" ON "Clause"("charterId", "number");

-- CreateIndex
CREATE INDEX "Question_associationId_position_idx" ON "Question"("associationId", "position");

-- CreateIndex
CREATE INDEX "Contribution_projectId_state_idx" ON "Contribution"("projectId", "state");

-- CreateIndex
CREATE INDEX "Contribution_memberId_doneOn_idx" ON "Contribution"("memberId", "doneOn");

-- CreateIndex
CREATE INDEX "Contribution_associationId_doneOn_idx" ON "Contribution"("associationId", "doneOn");

-- CreateIndex
CREATE INDEX "Commitment_memberId_state_idx" ON "Commitment"("memberId", "state");

-- CreateIndex
CREATE INDEX "Commitment_projectId_state_idx" ON "Commitment"("projectId", "state");

-- CreateIndex
CREATE INDEX "Commitment_associationId_state_idx" ON "Commitment"("associationId", "state");

-- CreateIndex
CREATE INDEX "DirectoryEntry_memberId_idx" ON "DirectoryEntry"("memberId");

-- CreateIndex
CREATE INDEX "DirectoryEntry_viewer_nameText_memberId_idx" ON "DirectoryEntry"("viewer", "nameText", "memberId");

-- CreateIndex
CREATE INDEX "DirectoryEntry_viewer_provinceCode_idx" ON "DirectoryEntry"("viewer", "provinceCode");

-- CreateIndex
CREATE INDEX "DirectoryEntry_competenceIds_idx" ON "DirectoryEntry" USING GIN ("competenceIds");

-- CreateIndex
CREATE INDEX "DirectoryEntry_nameText_trgm" ON "DirectoryEntry" USING GIN ("nameText" gin_trgm_ops);

-- CreateIndex
CREATE INDEX "DirectoryEntry_text_trgm" ON "DirectoryEntry" USING GIN ("text" gin_trgm_ops);

-- CreateIndex
CREATE UNIQUE INDEX "Member_accountId_key" ON "Member"("accountId");

-- CreateIndex
CREATE UNIQUE INDEX "Member_handle_key" ON "Member"("handle");

-- CreateIndex
CREATE UNIQUE INDEX "Member_photoId_key" ON "Member"("photoId");

-- CreateIndex
CREATE INDEX "MemberCompetence_competenceId_level_idx" ON "MemberCompetence"("competenceId", "level");

-- CreateIndex
CREATE INDEX "Exchange_memberId_side_idx" ON "Exchange"("memberId", "side");

-- CreateIndex
CREATE INDEX "File_ownerId_idx" ON "File"("ownerId");

-- CreateIndex
CREATE INDEX "Membership_memberId_state_idx" ON "Membership"("memberId", "state");

-- CreateIndex
CREATE INDEX "Membership_associationId_state_idx" ON "Membership"("associationId", "state");

-- CreateIndex
CREATE UNIQUE INDEX "Membership_associationId_memberId_key" ON "Membership"("associationId", "memberId");

-- CreateIndex
CREATE INDEX "MembershipEvent_membershipId_at_idx" ON "MembershipEvent"("membershipId", "at");

-- CreateIndex
CREATE UNIQUE INDEX "Application_invitationId_key" ON "Application"("invitationId");

-- CreateIndex
CREATE INDEX "Application_associationId_state_submittedAt_idx" ON "Application"("associationId", "state", "submittedAt");

-- CreateIndex
CREATE INDEX "Application_memberId_submittedAt_idx" ON "Application"("memberId", "submittedAt");

-- CreateIndex
CREATE UNIQUE INDEX "application_one_pending" ON "Application"("associationId", "memberId") WHERE (state = 'PENDING');

-- CreateIndex
CREATE UNIQUE INDEX "ApplicationDecision_applicationId_deciderId_key" ON "ApplicationDecision"("applicationId", "deciderId");

-- CreateIndex
CREATE INDEX "Invitation_memberId_state_idx" ON "Invitation"("memberId", "state");

-- CreateIndex
CREATE UNIQUE INDEX "invitation_one_pending" ON "Invitation"("associationId", "memberId") WHERE (state = 'PENDING');

-- CreateIndex
CREATE UNIQUE INDEX "Pledge_applicationId_key" ON "Pledge"("applicationId");

-- CreateIndex
CREATE INDEX "Pledge_membershipId_acceptedAt_idx" ON "Pledge"("membershipId", "acceptedAt");

-- CreateIndex
CREATE INDEX "RoleGrant_membershipId_state_idx" ON "RoleGrant"("membershipId", "state");

-- CreateIndex
CREATE UNIQUE INDEX "role_grant_one_current" ON "RoleGrant"("membershipId", "role") WHERE (state = 'OFFERED' OR state = 'HELD');

-- CreateIndex
CREATE INDEX "Notification_memberId_createdAt_idx" ON "Notification"("memberId", "createdAt");

-- CreateIndex
CREATE UNIQUE INDEX "Notification_memberId_activityId_key" ON "Notification"("memberId", "activityId");

-- CreateIndex
CREATE UNIQUE INDEX "Project_slug_key" ON "Project"("slug");

-- CreateIndex
CREATE INDEX "Project_state_createdAt_idx" ON "Project"("state", "createdAt");

-- CreateIndex
CREATE INDEX "Project_associationId_state_idx" ON "Project"("associationId", "state");

-- CreateIndex
CREATE INDEX "Project_ownerId_idx" ON "Project"("ownerId");

-- CreateIndex
CREATE INDEX "ProjectTransition_projectId_at_idx" ON "ProjectTransition"("projectId", "at");

-- CreateIndex
CREATE UNIQUE INDEX "Deliverable_projectId_position_key" ON "Deliverable"("projectId", "position");

-- CreateIndex
CREATE INDEX "Need_competenceId_idx" ON "Need"("competenceId");

-- CreateIndex
CREATE UNIQUE INDEX "Need_projectId_position_key" ON "Need"("projectId", "position");

-- CreateIndex
CREATE INDEX "NeedOffer_needId_state_offeredAt_idx" ON "NeedOffer"("needId", "state", "offeredAt");

-- CreateIndex
CREATE INDEX "NeedOffer_memberId_state_idx" ON "NeedOffer"("memberId", "state");

-- CreateIndex
CREATE UNIQUE INDEX "need_offer_one_open" ON "NeedOffer"("needId", "memberId") WHERE (state = 'WAITING' OR state = 'QUEUED' OR state = 'ACCEPTED');

-- CreateIndex
CREATE UNIQUE INDEX "Competence_slug_key" ON "Competence"("slug");

-- CreateIndex
CREATE INDEX "Competence_areaSlug_idx" ON "Competence"("areaSlug");

-- CreateIndex
CREATE INDEX "Place_provinceCode_idx" ON "Place"("provinceCode");

-- CreateIndex
CREATE INDEX "Place_regionSlug_idx" ON "Place"("regionSlug");

-- AddForeignKey
ALTER TABLE "Session" ADD CONSTRAINT "Session_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TermsAcceptance" ADD CONSTRAINT "TermsAcceptance_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "FormKey" ADD CONSTRAINT "FormKey_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Activity" ADD CONSTRAINT "Activity_actorId_fkey" FOREIGN KEY ("actorId") REFERENCES "Member"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Activity" ADD CONSTRAINT "Activity_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "Member"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Activity" ADD CONSTRAINT "Activity_associationId_fkey" FOREIGN KEY ("associationId") REFERENCES "Association"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Activity" ADD CONSTRAINT "Activity_projectId_fkey" FOREIGN KEY ("projectId") REFERENCES "Project"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Association" ADD CONSTRAINT "Association_founderId_fkey" FOREIGN KEY ("founderId") REFERENCES "Member"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AssociationPlace" ADD CONSTRAINT "AssociationPlace_associationId_fkey" FOREIGN KEY ("associationId") REFERENCES "Association"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AssociationPlace" ADD CONSTRAINT "AssociationPlace_placeSlug_fkey" FOREIGN KEY ("placeSlug") REFERENCES "Place"("slug") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Charter" ADD CONSTRAINT "Charter_associationId_fkey" FOREIGN KEY ("associationId") REFERENCES "Association"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CharterValue" ADD CONSTRAINT "CharterValue_charterId_fkey" FOREIGN KEY ("charterId") REFERENCES "Charter"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CharterValue" ADD CONSTRAINT "CharterValue_valueSlug_fkey" FOREIGN KEY ("valueSlug") REFERENCES "Value"("slug") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Clause" ADD CONSTRAINT "Clause_charterId_fkey" FOREIGN KEY ("charterId") REFERENCES "Charter"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Question" ADD CONSTRAINT "Question_associationId_fkey" FOREIGN KEY ("associationId") REFERENCES "Association"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Contribution" ADD CONSTRAINT "Contribution_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "Member"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Contribution" ADD CONSTRAINT "Contribution_projectId_fkey" FOREIGN KEY ("projectId") REFERENCES "Project"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Contribution" ADD CONSTRAINT "Contribution_associationId_fkey" FOREIGN KEY ("associationId") REFERENCES "Association"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Contribution" ADD CONSTRAINT "Contribution_confirmedById_fkey" FOREIGN KEY ("confirmedById") REFERENCES "Member"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Commitment" ADD CONSTRAINT "Commitment_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "Member"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Commitment" ADD CONSTRAINT "Commitment_associationId_fkey" FOREIGN KEY ("associationId") REFERENCES "Association"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Commitment" ADD CONSTRAINT "Commitment_projectId_fkey" FOREIGN KEY ("projectId") REFERENCES "Project"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DirectoryEntry" ADD CONSTRAINT "DirectoryEntry_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "Member"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Member" ADD CONSTRAINT "Member_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Member" ADD CONSTRAINT "Member_placeSlug_fkey" FOREIGN KEY ("placeSlug") REFERENCES "Place"("slug") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Member" ADD CONSTRAINT "Member_photoId_fkey" FOREIGN KEY ("photoId") REFERENCES "File"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MemberFieldAudience" ADD CONSTRAINT "MemberFieldAudience_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "Member"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MemberCompetence" ADD CONSTRAINT "MemberCompetence_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "Member"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MemberCompetence" ADD CONSTRAINT "MemberCompetence_competenceId_fkey" FOREIGN KEY ("competenceId") REFERENCES "Competence"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Exchange" ADD CONSTRAINT "Exchange_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "Member"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Exchange" ADD CONSTRAINT "Exchange_competenceId_fkey" FOREIGN KEY ("competenceId") REFERENCES "Competence"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MemberValue" ADD CONSTRAINT "MemberValue_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "Member"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MemberValue" ADD CONSTRAINT "MemberValue_valueSlug_fkey" FOREIGN KEY ("valueSlug") REFERENCES "Value"("slug") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "File" ADD CONSTRAINT "File_ownerId_fkey" FOREIGN KEY ("ownerId") REFERENCES "Member"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Membership" ADD CONSTRAINT "Membership_associationId_fkey" FOREIGN KEY ("associationId") REFERENCES "Association"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Membership" ADD CONSTRAINT "Membership_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "Member"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MembershipEvent" ADD CONSTRAINT "MembershipEvent_membershipId_fkey" FOREIGN KEY ("membershipId") REFERENCES "Membership"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MembershipEvent" ADD CONSTRAINT "MembershipEvent_actorId_fkey" FOREIGN KEY ("actorId") REFERENCES "Member"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Application" ADD CONSTRAINT "Application_associationId_fkey" FOREIGN KEY ("associationId") REFERENCES "Association"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Application" ADD CONSTRAINT "Application_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "Member"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Application" ADD CONSTRAINT "Application_charterId_fkey" FOREIGN KEY ("charterId") REFERENCES "Charter"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Application" ADD CONSTRAINT "Application_invitationId_fkey" FOREIGN KEY ("invitationId") REFERENCES "Invitation"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ApplicationStance" ADD CONSTRAINT "ApplicationStance_applicationId_fkey" FOREIGN KEY ("applicationId") REFERENCES "Application"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ApplicationStance" ADD CONSTRAINT "ApplicationStance_charterValueId_fkey" FOREIGN KEY ("charterValueId") REFERENCES "CharterValue"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ApplicationAnswer" ADD CONSTRAINT "ApplicationAnswer_applicationId_fkey" FOREIGN KEY ("applicationId") REFERENCES "Application"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ApplicationAnswer" ADD CONSTRAINT "ApplicationAnswer_questionId_fkey" FOREIGN KEY ("questionId") REFERENCES "Question"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ApplicationDecision" ADD CONSTRAINT "ApplicationDecision_applicationId_fkey" FOREIGN KEY ("applicationId") REFERENCES "Application"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ApplicationDecision" ADD CONSTRAINT "ApplicationDecision_deciderId_fkey" FOREIGN KEY ("deciderId") REFERENCES "Member"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ApplicationDecision" ADD CONSTRAINT "ApplicationDecision_clauseId_fkey" FOREIGN KEY ("clauseId") REFERENCES "Clause"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Invitation" ADD CONSTRAINT "Invitation_associationId_fkey" FOREIGN KEY ("associationId") REFERENCES "Association"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Invitation" ADD CONSTRAINT "Invitation_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "Member"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Invitation" ADD CONSTRAINT "Invitation_inviterId_fkey" FOREIGN KEY ("inviterId") REFERENCES "Member"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Pledge" ADD CONSTRAINT "Pledge_membershipId_fkey" FOREIGN KEY ("membershipId") REFERENCES "Membership"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Pledge" ADD CONSTRAINT "Pledge_applicationId_fkey" FOREIGN KEY ("applicationId") REFERENCES "Application"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Pledge" ADD CONSTRAINT "Pledge_charterId_fkey" FOREIGN KEY ("charterId") REFERENCES "Charter"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RoleGrant" ADD CONSTRAINT "RoleGrant_membershipId_fkey" FOREIGN KEY ("membershipId") REFERENCES "Membership"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RoleGrant" ADD CONSTRAINT "RoleGrant_grantedById_fkey" FOREIGN KEY ("grantedById") REFERENCES "Member"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RoleGrant" ADD CONSTRAINT "RoleGrant_endedById_fkey" FOREIGN KEY ("endedById") REFERENCES "Member"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Notification" ADD CONSTRAINT "Notification_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "Member"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Notification" ADD CONSTRAINT "Notification_activityId_fkey" FOREIGN KEY ("activityId") REFERENCES "Activity"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "NotificationPreference" ADD CONSTRAINT "NotificationPreference_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "Member"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Project" ADD CONSTRAINT "Project_associationId_fkey" FOREIGN KEY ("associationId") REFERENCES "Association"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Project" ADD CONSTRAINT "Project_ownerId_fkey" FOREIGN KEY ("ownerId") REFERENCES "Member"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Project" ADD CONSTRAINT "Project_placeSlug_fkey" FOREIGN KEY ("placeSlug") REFERENCES "Place"("slug") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ProjectTransition" ADD CONSTRAINT "ProjectTransition_projectId_fkey" FOREIGN KEY ("projectId") REFERENCES "Project"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ProjectTransition" ADD CONSTRAINT "ProjectTransition_actorId_fkey" FOREIGN KEY ("actorId") REFERENCES "Member"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Deliverable" ADD CONSTRAINT "Deliverable_projectId_fkey" FOREIGN KEY ("projectId") REFERENCES "Project"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Need" ADD CONSTRAINT "Need_projectId_fkey" FOREIGN KEY ("projectId") REFERENCES "Project"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Need" ADD CONSTRAINT "Need_competenceId_fkey" FOREIGN KEY ("competenceId") REFERENCES "Competence"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "NeedOffer" ADD CONSTRAINT "NeedOffer_needId_fkey" FOREIGN KEY ("needId") REFERENCES "Need"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "NeedOffer" ADD CONSTRAINT "NeedOffer_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "Member"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "NeedOffer" ADD CONSTRAINT "NeedOffer_competenceId_fkey" FOREIGN KEY ("competenceId") REFERENCES "Competence"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "NeedOffer" ADD CONSTRAINT "NeedOffer_decidedById_fkey" FOREIGN KEY ("decidedById") REFERENCES "Member"("id") ON DELETE SET NULL ON UPDATE CASCADE;
