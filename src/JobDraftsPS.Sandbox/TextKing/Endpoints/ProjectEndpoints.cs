using System.Globalization;
using JobDraftsPS.Sandbox.Http;
using JobDraftsPS.Sandbox.TextKing.State;
using JobDraftsPS.Sandbox.TextKing.Wire;

namespace JobDraftsPS.Sandbox.TextKing.Endpoints;

/// <summary>Projects, their line items and their coupon.</summary>
internal sealed class ProjectEndpoints(TextKingWorld world)
{
    public static SandboxResponse List(TextKingCall call)
    {
        var page = Page.Read(call.Request);
        var state = call.Request.QueryValue("state");
        if (state is not null && !ProjectStates.All.Contains(state))
        {
            throw TextKingRefusal.BadRequest($"'state' is '{state}'; allowed: {string.Join(", ", ProjectStates.All)}.");
        }

        var projects = call.Customer.Projects.Where(project => state is null || project.State == state).Reverse().ToArray();
        var filter = state is null ? "" : $"&state={state}";
        return SandboxResponse.Json(200, page.Of(projects, call.Resources.Project, call.Uris.Projects, filter));
    }

    public SandboxResponse Create(TextKingCall call)
    {
        var body = JsonBody.Read(call.Request, world.Assumptions.UnsupportedTypeStatus);
        var content = Content(call, body, null);
        if (body.OptionalText("state", null) is { } state && state != ProjectStates.Prepared)
        {
            throw TextKingRefusal.BadRequest($"'state' is '{state}'; a new project is {ProjectStates.Prepared}.");
        }

        var project = new Project(
            Guid.NewGuid(), call.Customer, content with { BillingAddress = content.BillingAddress ?? call.Customer.DefaultAddress?.Id });
        world.State.Add(project);
        return Answer(call, 201, project);
    }

    public SandboxResponse Get(TextKingCall call) =>
        SandboxResponse.Json(200, call.Resources.Project(call.Project(world.State)));

    public SandboxResponse Put(TextKingCall call)
    {
        var project = call.Project(world.State);
        project.MustBePrepared();
        var body = JsonBody.Read(call.Request, world.Assumptions.UnsupportedTypeStatus);
        var content = Content(call, body, project.Content);
        var state = body.OptionalText("state", null) ?? ProjectStates.Prepared;
        if (state is not (ProjectStates.Prepared or ProjectStates.Running or ProjectStates.Canceled))
        {
            throw TextKingRefusal.BadRequest(
                $"'state' is '{state}'; allowed: {ProjectStates.Prepared}, {ProjectStates.Running}, {ProjectStates.Canceled}.");
        }

        if (state == ProjectStates.Running && Workflow.ObstacleToStart(project) is { } obstacle)
        {
            throw TextKingRefusal.BadRequest(obstacle);
        }

        project.Content = content;
        if (state == ProjectStates.Running)
        {
            world.Workflow.Start(project);
        }
        else if (state == ProjectStates.Canceled)
        {
            world.Workflow.Cancel(project);
        }

        return Answer(call, 200, project);
    }

    public SandboxResponse Delete(TextKingCall call)
    {
        var project = call.Project(world.State);
        project.MustBePrepared();
        world.State.Remove(project);
        return new SandboxResponse(204);
    }

    public SandboxResponse LineItems(TextKingCall call)
    {
        var project = call.Project(world.State);
        return SandboxResponse.Json(
            200,
            Page.Read(call.Request).Of(project.LineItems, item => call.Resources.LineItem(project, item), call.Uris.LineItems(project.Id)));
    }

    public SandboxResponse Coupon(TextKingCall call)
    {
        var project = call.Project(world.State);
        return world.Catalog.FindCoupon(project.Content.CouponName) is { } coupon
            ? SandboxResponse.Json(200, call.Resources.Coupon(project, coupon))
            : throw TextKingRefusal.NotFound($"Project {project.Id} has no coupon.");
    }

    private static SandboxResponse Answer(TextKingCall call, int status, Project project)
    {
        var uri = call.Uris.Project(project.Id);
        return SandboxResponse.Json(status, call.Resources.Project(project)).With("Location", uri).With("Content-Location", uri);
    }

    private ProjectContent Content(TextKingCall call, JsonBody body, ProjectContent? present) =>
        new(body.RequiredText("name", present?.Name))
        {
            DueDate = body.OptionalValue("due_date", present?.DueDate, DueDate),
            BillingAddress = body.OptionalValue("billing_address", present?.BillingAddress, text => BillingAddress(call.Customer, text)),
            CouponName = CouponName(body.OptionalText("coupon_name", present?.CouponName)),
            AffiliateId = body.OptionalText("affiliate_id", present?.AffiliateId),
        };

    private DateTime DueDate(string text) =>
        DateTime.TryParseExact(
            text, [.. world.Assumptions.DueDateForms], CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            ? date
            : throw TextKingRefusal.BadRequest($"'due_date' is '{text}'; YYYY-MM-DD is allowed.");

    private static Guid BillingAddress(Customer customer, string text) =>
        Uuid.TryParse(text, out var id) && customer.FindAddress(id) is not null
            ? id
            : throw TextKingRefusal.BadRequest($"'billing_address' is '{text}'; the ids of /account/addresses are allowed.");

    private string? CouponName(string? name) =>
        name is null || world.Catalog.FindCoupon(name) is not null
            ? name
            : throw TextKingRefusal.BadRequest($"There is no coupon '{name}'.");
}
