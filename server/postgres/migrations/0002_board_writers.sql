CREATE TABLE "board_writer" (
	"board" text PRIMARY KEY NOT NULL,
	"term" bigint NOT NULL,
	"address" text NOT NULL,
	"since" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "running_server" (
	"address" text PRIMARY KEY NOT NULL,
	"whole" boolean NOT NULL,
	"until" timestamp with time zone NOT NULL
);
