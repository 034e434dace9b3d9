CREATE TABLE "copied_file" (
	"database" text NOT NULL,
	"path" text NOT NULL,
	"bytes" "bytea" NOT NULL,
	CONSTRAINT "copied_file_database_path_pk" PRIMARY KEY("database","path")
);
--> statement-breakpoint
CREATE TABLE "copied_row" (
	"database" text NOT NULL,
	"name" text NOT NULL,
	"id" text NOT NULL,
	"value" text,
	"seq" bigint NOT NULL,
	CONSTRAINT "copied_row_database_name_id_pk" PRIMARY KEY("database","name","id")
);
--> statement-breakpoint
CREATE TABLE "lease" (
	"name" text PRIMARY KEY NOT NULL,
	"term" bigint NOT NULL,
	"address" text NOT NULL,
	"until" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE INDEX "copied_row_seq" ON "copied_row" USING btree ("seq");