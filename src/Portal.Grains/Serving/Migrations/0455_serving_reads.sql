-- A node serves every tenant of its cell: it must see which revisions are loading or routed, and nothing else of them.
call portal_system_read('deployments', 'tenant_id, deployment_id, endpoint, environment');
call portal_system_read('deployment_revisions', 'tenant_id, deployment_id, revision, status, targets');
