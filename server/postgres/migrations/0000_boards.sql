CREATE TABLE "log" (
	"board" text NOT NULL,
	"seq" bigint NOT NULL,
	"id" text NOT NULL,
	"name" text NOT NULL,
	"actor" text NOT NULL,
	"at" bigint NOT NULL,
	"args" text NOT NULL,
	"changes" text NOT NULL,
	"sum" text,
	CONSTRAINT "log_seq" PRIMARY KEY("board","seq"),
	CONSTRAINT "log_id" UNIQUE("board","id")
);
--> statement-breakpoint
CREATE TABLE "meta" (
	"board" text NOT NULL,
	"key" text NOT NULL,
	"value" text NOT NULL,
	CONSTRAINT "meta_board_key_pk" PRIMARY KEY("board","key")
);
--> statement-breakpoint
CREATE TABLE "record" (
	"board" text NOT NULL,
	"kind" text NOT NULL,
	"id" text NOT NULL,
	"value" text NOT NULL,
	CONSTRAINT "record_board_kind_id_pk" PRIMARY KEY("board","kind","id")
);
--> statement-breakpoint
CREATE TABLE "touch" (
	"board" text NOT NULL,
	"kind" text NOT NULL,
	"id" text NOT NULL,
	"seq" bigint NOT NULL,
	CONSTRAINT "touch_board_kind_id_seq_pk" PRIMARY KEY("board","kind","id","seq")
);
