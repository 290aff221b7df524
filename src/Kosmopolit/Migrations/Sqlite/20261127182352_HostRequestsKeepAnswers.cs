using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Kosmopolit.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class HostRequestsKeepAnswers : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<int>(
                name: "Answer",
                table: "HostRequests",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "AnsweredAt",
                table: "HostRequests",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Revision",
                table: "HostRequests",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "Answer",
                table: "HostRequests");

            migrationBuilder.DropColumn(
                name: "AnsweredAt",
                table: "HostRequests");

            migrationBuilder.DropColumn(
                name: "Revision",
                table: "HostRequests");
        }
    }
}
